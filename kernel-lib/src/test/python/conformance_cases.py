"""Jupyter's own conformance test, jupyter_kernel_test, with every part that a Java kernel can do.

Left out: nothing. A part that the test skips because a sample is missing here would be a failed case.
"""
import contextlib
import os
import pathlib
import tempfile
import unittest

from cases import Cases, private_jupyter

FOLDER = pathlib.Path(tempfile.mkdtemp(prefix="conformance-"))
os.environ.update(private_jupyter(FOLDER))  # before Jupyter is imported: it reads them then

import built_kernel  # noqa: E402
import jupyter_kernel_test  # noqa: E402

built_kernel.provide(FOLDER)


@contextlib.contextmanager
def patience(channel):
    """The suite gives a message 0.1 s to follow another, which a host that runs two suites at once may need itself."""
    usual = channel.get_msg
    channel.get_msg = lambda timeout=None: usual(timeout=None if timeout is None else max(timeout, 10))
    try:
        yield
    finally:
        channel.get_msg = usual


class Conformance(jupyter_kernel_test.KernelTests):
    def execute_helper(self, *arguments, **options):
        with patience(self.kc.iopub_channel):
            return super().execute_helper(*arguments, **options)

    kernel_name = "advsys"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("an error message");'
    completion_samples = [
        {"text": "Math.toInt", "matches": {"toIntExact("}},
        {"text": "java.util.conc", "matches": {"concurrent"}},
        {"text": "String.val"},
    ]
    complete_code_samples = ["1", "int a = 1;", "class A { }", "void f() { }", "for (int i = 0; i < 3; i++) { }"]
    incomplete_code_samples = ["class A {", "void f() {", "for (int i = 0;", "int a = (1 +", '"""\ntext']
    invalid_code_samples = ["int x = ;;) }", "class 1 { }", ")"]
    code_page_something = "%help"
    code_generate_error = 'throw new IllegalStateException("on purpose");'
    code_execute_result = [
        {"code": "1 + 1", "result": "2"},
        {"code": '"a<b"', "result": "a<b"},
        {"code": "List.of(1, 2)", "result": "[1, 2]"},
        {"code": "1 + 2", "result": "3"},
        {"code": "1 + 1", "result": "2"},
    ]
    code_display_data = [{"code": 'display("<b>bold</b>", "text/html");', "mime": "text/html"}]
    code_history_pattern = "1 + 1*"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Math.max"
    code_clear_output = "clearOutput();"


class Welcome(jupyter_kernel_test.IopubWelcomeTests):
    kernel_name = "advsys"
    support_iopub_welcome = True


class Report(unittest.TestResult):
    """Tells each test to JUnit; sub-tests count for their test, a skip is a failure."""

    def __init__(self, cases):
        super().__init__()
        self.cases = cases
        self.problems = []

    def startTest(self, test):
        super().startTest(test)
        self.problems = []

    def addFailure(self, test, problem):
        text = self._exc_info_to_string(problem, test)
        if isinstance(test, unittest.TestCase):
            self.problems.append(text)
        else:  # setting a class up failed: none of its tests starts
            self.cases.tell(str(test), "failed", text)

    addError = addFailure

    def addSkip(self, test, reason):
        self.problems.append(f"was not to be skipped: {reason}")

    def addSubTest(self, test, subtest, problem):
        if problem is not None:
            self.problems.append(f"{subtest}: {self._exc_info_to_string(problem, subtest)}")

    def stopTest(self, test):
        name = test.id().rsplit(".", 1)[1]
        self.cases.tell(name, "failed" if self.problems else "passed", "\n".join(self.problems))


cases = Cases()
load = unittest.TestLoader().loadTestsFromTestCase
unittest.TestSuite([load(Conformance), load(Welcome)]).run(Report(cases))
cases.end()
