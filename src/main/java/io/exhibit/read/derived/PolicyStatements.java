package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.policy.PolicyDocument;
import io.exhibit.read.policy.PolicyStatement;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What identity policies say: one record for each statement of each inline policy, and of the version in force of each
 * managed policy. {@code held_by} names the users, groups and roles that have it, such as "user ana".
 */
final class PolicyStatements implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("key"),
                Made.text("holder_kind"),
                Made.text("holder"),
                Made.text("holder_name"),
                Made.texts("held_by"),
                Made.text("policy"),
                Made.text("policy_arn"),
                Made.flag("inline"),
                Made.flag("aws_managed"),
                Made.flag("attached"),
                Made.flag("service_linked"),
                Made.text("sid"),
                Made.text("effect"),
                Made.texts("actions"),
                Made.texts("not_actions"),
                Made.texts("resources"),
                Made.texts("not_resources"),
                Made.flag("has_condition"),
                Made.texts("condition_keys"),
                Made.text("condition"));
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Reading(site);
    }

    /** Managed policies wait for the last page: who has them stands with the users, groups and roles. */
    private static final class Reading implements Maker {

        private record Waiting(Map<String, Object> members, Piece piece) {}

        private final Site site;
        private final List<Waiting> managed = new ArrayList<>();
        private final Map<String, TreeSet<String>> heldBy = new HashMap<>();

        Reading(Site site) {
            this.site = site;
        }

        @Override
        public List<Want> wants() {
            return Holder.wants(site);
        }

        @Override
        public void take(Piece piece) throws MalformedDocument {
            Holder holder = Holder.of(piece.carrier());
            Item item = piece.item();
            Map<String, Object> of = holder(holder, item);
            if (holder.managed()) {
                Piece slim = new Piece(piece.call(), piece.carrier(), "", piece.gaps(), piece.provenance());
                statements(of, item.text("PolicyName"), Holder.document(item))
                        .forEach(members -> managed.add(new Waiting(members, slim)));
                return;
            }
            String name = holder.kind() + " " + item.text(holder.nameMember());
            of.put("held_by", List.of(name));
            for (Item policy : item.items(holder.inlineList())) {
                statements(of, policy.text("PolicyName"), policy.text("PolicyDocument"))
                        .forEach(members -> site.out().put(members, piece.gaps(), piece.provenance()));
            }
            item.items("AttachedManagedPolicies").stream()
                    .map(policy -> policy.text("PolicyArn"))
                    .forEach(arn ->
                            heldBy.computeIfAbsent(arn, a -> new TreeSet<>()).add(name));
        }

        @Override
        public void end() {
            for (Waiting waiting : managed) {
                String arn = (String) waiting.members().get("holder");
                waiting.members().put("held_by", List.copyOf(heldBy.getOrDefault(arn, new TreeSet<>())));
                site.out()
                        .put(
                                waiting.members(),
                                waiting.piece().gaps(),
                                waiting.piece().provenance());
            }
        }
    }

    private static Map<String, Object> holder(Holder holder, Item item) {
        boolean managed = holder.managed();
        String arn = item.text("Arn");
        Long attachments = item.whole("AttachmentCount");
        Map<String, Object> of = new LinkedHashMap<>();
        of.put("holder_kind", holder.kind());
        of.put("holder", arn);
        of.put("holder_name", item.text(holder.nameMember()));
        of.put("policy_arn", managed ? arn : "");
        of.put("inline", !managed);
        of.put("aws_managed", managed && Holder.awsManaged(arn));
        if (!managed || attachments != null) {
            of.put("attached", !managed || attachments > 0);
        }
        of.put("service_linked", Holder.serviceLinked(item.text("Path")));
        return of;
    }

    private static List<Map<String, Object>> statements(Map<String, Object> of, String policy, String document)
            throws MalformedDocument {
        String holder = of.get("holder") + ", policy " + policy;
        List<Map<String, Object>> statements = new ArrayList<>();
        for (PolicyStatement statement : PolicyDocument.read(holder, document)) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("key", String.join(" ", (String) of.get("holder"), policy, statement.label()));
            members.putAll(of);
            members.put("policy", policy);
            members.put("sid", statement.sid());
            members.put("effect", statement.effect());
            members.put("actions", statement.actions());
            members.put("not_actions", statement.notActions());
            members.put("resources", statement.resources());
            members.put("not_resources", statement.notResources());
            ResourcePolicy.condition(members, statement);
            statements.add(members);
        }
        return statements;
    }
}
