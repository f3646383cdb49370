package io.exhibit.read.derived;

import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Subscriptions to the topics that alarms tell, without the endpoint, which is somebody's address. As long as nobody
 * confirmed one, SNS names it by "PendingConfirmation" alone. A topic without subscriptions, or that is gone, has no record
 * here; one whose subscriptions were not read stands as a record with a gap.
 */
final class AlarmSubscriptions implements Derivation {

    private static final String SUBSCRIPTIONS = "sns:ListSubscriptionsByTopic";

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("TopicArn"),
                Made.text("SubscriptionArn"),
                Made.text("Owner"),
                Made.text("Protocol"),
                Made.flag("confirmed"));
    }

    @Override
    public Maker maker(Site site) {
        return new ByTopic(site);
    }

    private static final class ByTopic implements Maker {

        private final Site site;
        private final Map<String, Provenance> told = new HashMap<>();
        private final Map<String, Integer> pending = new HashMap<>();

        ByTopic(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            return List.of(site.carried(), new Want(SUBSCRIPTIONS, "Subscriptions"));
        }

        @Override
        public void take(Piece piece) {
            if (piece.call().operation().equals(SUBSCRIPTIONS)) {
                subscription(piece.call().subject(), piece);
            } else {
                piece.item().texts("AlarmActions").forEach(topic -> told.putIfAbsent(topic, piece.provenance()));
            }
        }

        private void subscription(String topic, Piece piece) {
            Item item = piece.item();
            String arn = item.text("SubscriptionArn");
            boolean confirmed = arn.startsWith("arn:");
            Map<String, Object> members = new LinkedHashMap<>();
            String name = topic + " " + item.text("Protocol");
            members.put("key", confirmed ? arn : name + " #" + pending.merge(name, 1, Integer::sum));
            members.put("TopicArn", topic);
            for (String kept : List.of("SubscriptionArn", "Owner", "Protocol")) {
                if (item.members().containsKey(kept)) {
                    members.put(kept, item.text(kept));
                }
            }
            members.put("confirmed", confirmed);
            site.out().put(members, piece.gaps(), piece.provenance());
        }

        @Override
        public void end() {
            for (Gap gap : site.gaps()) {
                String topic = gap.call().subject();
                site.out().put(Map.of("key", topic, "TopicArn", topic), List.of(gap), told.get(topic));
            }
        }
    }
}
