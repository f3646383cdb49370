package io.exhibit.evaluate;

import io.exhibit.assessment.Item.State;
import io.exhibit.evidence.Record;
import io.exhibit.evidence.Target;
import java.util.Map;

/** One target from which items are judged. */
final class Stand {

    private final RunContext run;
    private final Target target;
    private final Map<String, Object> members;

    /** @param everywhere whether its items belong to the organization as a whole and not to the target's account */
    Stand(RunContext run, Target target, boolean everywhere) {
        this.run = run;
        this.target = target;
        this.members = run.targets.members(target);
        run.variables.stand(members, reading -> run.companions.of(reading, target, everywhere));
    }

    Target target() {
        return target;
    }

    void judge(CompiledTest test, Record record) {
        run.variables.with(test.assertion().with());
        run.variables.item(
                PartlyRead.members(record),
                record.provenance() == null
                        ? run.run.finished()
                        : record.provenance().at());
        Tally tally = run.tally(test);
        run.items.judge(test, record, members).ifPresentOrElse(tally::item, tally::leftOut);
    }

    /** The target itself as an item: it was read, and it must be switched on for its silence to mean anything. */
    void across(CompiledTest test, long records) {
        run.variables.with(test.assertion().with());
        Answer on = test.across().ask(run.variables);
        if (on.yes()) {
            run.tally(test).item(ItemJudge.target(target, State.CONFORMS, records + " " + run.noun(test) + " read"));
        } else {
            unknown(test, on.known() ? off(test) : on.unknown());
        }
    }

    private String off(CompiledTest test) {
        String said = test.assertion().particulars().acrossNot();
        return said.isEmpty() ? "the source of " + run.noun(test) + " is not switched on here" : said;
    }

    /** Nothing is known about the population here. */
    void unknown(CompiledTest test, String reason) {
        run.tally(test).item(ItemJudge.target(target, State.INCONCLUSIVE, reason));
    }
}
