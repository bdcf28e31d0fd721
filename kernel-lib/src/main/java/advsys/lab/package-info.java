/// The nouns of the laboratory: a [Scenario][advsys.lab.Scenario] runs a subject under a [Trial][advsys.lab.Trial] that
/// owns all chance; an [Experiment][advsys.lab.Experiment] measures it ([Results][advsys.lab.Results]), steps through
/// it ([Trace][advsys.lab.Trace]) or tries every choice ([Outcomes][advsys.lab.Outcomes]); a
/// [Chart][advsys.lab.Chart] draws any of the three. The lab knows no kernel: it shows things through
/// [Display][advsys.lab.Display].
@NullMarked
package advsys.lab;

import org.jspecify.annotations.NullMarked;
