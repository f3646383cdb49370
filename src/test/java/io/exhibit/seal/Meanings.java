package io.exhibit.seal;

import io.exhibit.seal.Statement.Meaning;
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
        return new Meaning(
                genuine.pack(),
                genuine.issue(),
                genuine.issued(),
                genuine.first(),
                genuine.last(),
                genuine.zone(),
                genuine.schedule(),
                genuine.endpoint(),
                genuine.organization(),
                genuine.tool(),
                genuine.digests(),
                log,
                runs,
                previous,
                leftOut,
                timestamp);
    }
}
