package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.JoinedItems;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** KMS keys with their details, and {@code aliases}: those that point at the key; absent when the aliases could not be listed. */
final class Keys implements Derivation {

    private static final String ALIASES = "kms:ListAliases";

    @Override
    public List<Member> members() {
        return List.of(Made.texts("aliases"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public boolean joins(String detail) {
        return !detail.equals(ALIASES);
    }

    @Override
    public Maker maker(Site site) {
        return new WithAliases(site);
    }

    private final class WithAliases implements Maker {

        private final JoinedItems keys;
        private final Map<String, Set<String>> aliases = new HashMap<>();
        private boolean listed;

        WithAliases(Site site) {
            this.keys = new JoinedItems(
                    site,
                    site.reading().keyMember(),
                    site.carried(),
                    site.reading().details().stream().filter(Keys.this::joins).toList(),
                    (members, gaps, provenance) -> {
                        if (listed) {
                            members.put(
                                    "aliases",
                                    List.copyOf(aliases.getOrDefault(new Item(members).text("KeyId"), Set.of())));
                        }
                        site.out().put(members, gaps, provenance);
                    });
        }

        @Override
        public List<Want> wants() {
            List<Want> wants = new ArrayList<>(keys.wants());
            wants.add(new Want(ALIASES, ""));
            return wants;
        }

        @Override
        public void take(Piece piece) {
            if (!piece.call().operation().equals(ALIASES)) {
                keys.take(piece);
                return;
            }
            listed = true;
            for (Item alias : piece.item().items("Aliases")) {
                // An alias without a target is one that AWS reserves for a key that does not exist yet.
                aliases.computeIfAbsent(alias.text("TargetKeyId"), key -> new LinkedHashSet<>())
                        .add(alias.text("AliasName"));
            }
        }

        @Override
        public void end() throws MalformedDocument {
            keys.end();
        }
    }
}
