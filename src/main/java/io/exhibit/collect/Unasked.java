package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Operation;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RunRecord.Lists;
import io.exhibit.evidence.RunRecord.Part;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.List;

/** What stands in the log for a source that could not be asked at all: as few gaps as take every population of it. */
public final class Unasked {

    private Unasked() {}

    static Part part(Source source, Cause cause, String code, String message, String requestId) {
        List<Gap> gaps = new ArrayList<>();
        for (Operation o : source.operations()) {
            boolean open = source.readings().stream()
                    .map(Reading::population)
                    .filter(population -> population.contains(o.name()))
                    .anyMatch(population -> gaps.stream()
                            .noneMatch(gap -> population.contains(gap.call().operation())));
            if (open) {
                gaps.add(new Failure(cause, code, message, requestId).gap(Call.of(o.name())));
            }
        }
        return new Part(source.key(), 0, 0, 0, Lists.NONE, List.of(), gaps, 0, 0);
    }

    /** For a source that shares the fate of another call, such as the role that could not be assumed. */
    public static Part part(Source source, Gap because) {
        return part(source, because.cause(), because.code(), because.message(), because.requestId());
    }
}
