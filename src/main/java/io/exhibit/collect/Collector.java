package io.exhibit.collect;

import io.exhibit.evidence.Source;
import io.exhibit.evidence.Target;

/** Asks one source at one target. It never catches, never judges, never drops: every call goes through the capture. */
public interface Collector {

    /** What it declares: the calls, their permissions and how the answers read. */
    Source source();

    /** Asks at one target, through the capture alone; it catches nothing. */
    void collect(Target target, Capture capture);

    /** Whether what else there is to ask (accounts, regions) is known only when it has collected. */
    default boolean charts() {
        return false;
    }
}
