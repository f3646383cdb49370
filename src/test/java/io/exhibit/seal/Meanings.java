package io.exhibit.seal;

import io.exhibit.seal.Statement.Meaning;
import java.time.Instant;
import java.util.List;

/** What a forger says of a pack instead: the genuine statement with other parts. */
public final class Meanings {

    private Meanings() {}

    public static Meaning with(
            Meaning genuine,
            Statement.Head log,
            List<Statement.Ran> runs,
            List<Statement.Earlier> previous,
            List<Statement.LeftOut> leftOut,
            String timestamp) {
        return with(genuine, genuine.issued(), genuine.zone(), log, runs, previous, leftOut, timestamp);
    }

    /** Issued at another time, for a period that is meant in another zone. */
    static Meaning with(Meaning genuine, Instant issued, String zone) {
        return with(
                genuine,
                issued,
                zone,
                genuine.log(),
                genuine.runs(),
                genuine.previous(),
                genuine.leftOut(),
                genuine.timestamp());
    }

    private static Meaning with(
            Meaning genuine,
            Instant issued,
            String zone,
            Statement.Head log,
            List<Statement.Ran> runs,
            List<Statement.Earlier> previous,
            List<Statement.LeftOut> leftOut,
            String timestamp) {
        return new Meaning(
                genuine.pack(),
                genuine.issue(),
                issued,
                genuine.first(),
                genuine.last(),
                zone,
                genuine.schedule(),
                genuine.endpoint(),
                genuine.organization(),
                genuine.tool(),
                genuine.digests(),
                log,
                runs,
                previous,
                leftOut,
                timestamp,
                genuine.reason(),
                genuine.baseline());
    }
}
