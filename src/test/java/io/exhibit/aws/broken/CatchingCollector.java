package io.exhibit.aws.broken;

import io.exhibit.collect.Capture;
import io.exhibit.collect.Collector;
import io.exhibit.evidence.Call;
import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;
import java.util.List;

/** Broken on purpose: turns a failure into nothing found. */
public final class CatchingCollector implements Collector {

    @Override
    public Source source() {
        return new Source("broken", "Broken", Source.Scope.ACCOUNT, List.of(), List.of());
    }

    @Override
    public void collect(Target target, Capture capture) {
        capture.ask(Call.of("iam:ListUsers"), () -> {
            try {
                return List.of(Integer.parseInt(target.account()));
            } catch (NumberFormatException e) {
                return List.of();
            }
        });
    }
}
