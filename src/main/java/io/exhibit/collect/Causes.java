package io.exhibit.collect;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Target;
import java.util.Optional;

/** Tells what a client's exception means; empty for what no client throws, which is a fault of ours and goes on its way. */
@FunctionalInterface
public interface Causes {

    Optional<Failure> of(Call call, Target target, RuntimeException thrown);
}
