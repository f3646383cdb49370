package io.exhibit.read.derived;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.RecordType.Member;
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
 * Users and roles with what their identity policies allow on every resource, groups included. Boundaries, service control
 * policies and explicit denials are not weighed: this is what was granted, not what would succeed.
 */
final class Principals implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("arn"),
                Made.text("name"),
                Made.text("kind"),
                Made.text("path"),
                Made.flag("service_linked"),
                Made.flag("sso"),
                Made.texts("groups"),
                Made.texts("policies"),
                Made.texts("allows"));
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Gathering(site);
    }

    /** Users come before the groups and policies that they refer to, so everything is gathered first, as grants only. */
    private static final class Gathering implements Maker {

        private final Site site;
        private final List<Gathered> principals = new ArrayList<>();
        private final Map<String, Grants> groups = new HashMap<>();
        private final Map<String, TreeSet<String>> policies = new HashMap<>();

        Gathering(Site site) {
            this.site = site;
        }

        private record Gathered(Map<String, Object> members, Grants own, Piece piece) {}

        @Override
        public List<Want> wants() {
            return Holder.wants(site);
        }

        @Override
        public void take(Piece piece) throws MalformedDocument {
            Holder holder = Holder.of(piece.carrier());
            Item item = piece.item();
            switch (holder.kind()) {
                case "policy" ->
                    policies.put(item.text("Arn"), Grants.allowed(item.text("Arn"), Holder.document(item)));
                case "group" -> groups.put(item.text("GroupName"), Grants.of(holder, item));
                default -> principals.add(new Gathered(identity(holder, item), Grants.of(holder, item), slim(piece)));
            }
        }

        @Override
        public void end() {
            principals.forEach(this::put);
        }

        private void put(Gathered principal) {
            Provenance provenance = principal.piece().provenance();
            List<Gap> gaps = new ArrayList<>(principal.piece().gaps());
            Grants all = principal.own().copy();
            for (String name : new Item(principal.members()).texts("groups")) {
                Grants group = groups.get(name);
                if (group == null) {
                    gaps.add(missing("the group " + name, provenance));
                } else {
                    all.add(group);
                }
            }
            for (String arn : all.attached().keySet()) {
                TreeSet<String> allowed = policies.get(arn);
                if (allowed == null) {
                    gaps.add(missing("the policy " + arn, provenance));
                } else {
                    all.allows().addAll(allowed);
                }
            }
            Map<String, Object> members = new LinkedHashMap<>(principal.members());
            members.put("policies", List.copyOf(all.names()));
            if (gaps.isEmpty()) {
                members.put("allows", List.copyOf(all.allows()));
            }
            site.out().put(members, gaps, provenance);
        }

        private static Map<String, Object> identity(Holder holder, Item item) {
            String name = item.text(holder.nameMember());
            Map<String, Object> members = new LinkedHashMap<>();
            if (!item.text("Arn").isEmpty()) {
                members.put("arn", item.text("Arn"));
            }
            members.put("name", name);
            members.put("kind", holder.kind());
            members.put("path", item.text("Path"));
            members.put("service_linked", Holder.serviceLinked(item.text("Path")));
            members.put("sso", name.startsWith("AWSReservedSSO_"));
            members.put("groups", item.texts("GroupList"));
            return members;
        }

        private static Piece slim(Piece piece) {
            return new Piece(piece.call(), piece.carrier(), "", piece.gaps(), piece.provenance());
        }

        private static Gap missing(String what, Provenance provenance) {
            return new Gap(
                    new Call(provenance.operation(), what),
                    Cause.NOT_ASKED,
                    "",
                    what + " is not among the answers",
                    provenance.requestId());
        }
    }
}
