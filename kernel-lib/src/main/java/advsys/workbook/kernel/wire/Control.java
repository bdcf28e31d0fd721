package advsys.workbook.kernel.wire;

import com.google.gson.JsonObject;

/// Does at once what must not wait behind a cell, whichever socket it came on.
final class Control {
    private final Replies replies;
    private final Publisher publisher;
    private final Execution execution;
    private final Runnable shutdown;
    private final Worker worker = new Worker("advsys control");

    Control(Replies replies, Publisher publisher, Execution execution, Runnable shutdown) {
        this.replies = replies;
        this.publisher = publisher;
        this.execution = execution;
        this.shutdown = shutdown;
    }

    void submit(Channel channel, Message message) {
        worker.submit(() -> act(channel, message));
    }

    private void act(Channel channel, Message message) {
        publisher.answerStarts(message.header());
        boolean ends = message.type().equals("shutdown_request");
        try {
            JsonObject content;
            try {
                content = contentOf(message);
            } catch (Malformed malformed) {
                Log.line("refused a " + message.type() + ": " + malformed.getMessage());
                content = Replies.failure(malformed);
            } catch (RuntimeException | Error failure) {
                Log.failure("a " + message.type(), failure);
                content = Replies.failure(failure);
            }
            replies.reply(channel, message, content);
            if (ends) {
                publisher.publish(message.header(), "shutdown_reply", content); // other front ends learn of it
            }
        } finally {
            publisher.answerEnds(message.header());
            if (ends) {
                shutdown.run();
            }
        }
    }

    private JsonObject contentOf(Message message) throws Malformed {
        return switch (message.type()) {
            case "kernel_info_request" -> KernelInfo.reply();
            case "interrupt_request" -> {
                execution.interrupt();
                yield Replies.ok();
            }
            case "shutdown_request" -> {
                JsonObject content = Replies.ok();
                content.add("restart", message.content().get("restart"));
                yield content;
            }
            default -> throw new Malformed("this kernel does not know " + message.type());
        };
    }
}
