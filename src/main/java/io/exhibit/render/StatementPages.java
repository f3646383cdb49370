package io.exhibit.render;

import io.exhibit.control.Scope;
import io.exhibit.evidence.RunRecord;
import java.util.Map;

/** What management states with the pack: the person who answers for it ("name, office", or an office), and the limits that it knows of. */
final class StatementPages {

    private final PackContent content;
    private final Calendar calendar;

    StatementPages(PackContent content, Calendar calendar) {
        this.content = content;
        this.calendar = calendar;
    }

    Map<String, Object> model() {
        String official = content.assessment().book().scope().official();
        int comma = official.indexOf(", ");
        return Map.of(
                "official", official,
                "name", comma < 0 ? "" : official.substring(0, comma),
                "office", comma < 0 ? official : official.substring(comma + 2),
                "missed", Words.count(calendar.inPeriod() - calendar.sealed()),
                "unanswered", Words.count(unanswered(), "call", "calls"),
                "gaps", Words.count(unanswered()),
                "blind", Words.count(blind()),
                "unjudged", Words.count(blind(), "test", "tests"));
    }

    /** Tests that on a day of the period were not judged in full: on the last one, or on others alone. */
    private long blind() {
        return content.assessment().tests().stream()
                .filter(test -> test.daysUnknown() > 0 || test.atEnd().unknown())
                .count();
    }

    /** Calls in scope of the runs that count for a day. */
    private long unanswered() {
        Scope scope = content.assessment().book().scope();
        return content.assessment().days().stream()
                .flatMap(day -> day.run().stream())
                .map(RunRecord::units)
                .flatMap(units -> units.stream().filter(unit -> scope.inScope(unit.target())))
                .flatMap(unit -> unit.parts().stream())
                .mapToLong(part -> part.gaps().size())
                .sum();
    }
}
