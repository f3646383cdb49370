package io.exhibit.read.derived;

import io.exhibit.evidence.Call;
import io.exhibit.evidence.Cause;
import io.exhibit.evidence.Gap;
import io.exhibit.evidence.Provenance;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.JoinedItems;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.MalformedDocument;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Want;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * KMS key policies, one record for each statement and principal. AWS's own keys have none here, because AWS writes their
 * policies; a customer's key whose policy was not read stands as a record with a gap.
 */
final class KeyPolicyStatements implements Derivation {

    private static final String POLICY = "kms:GetKeyPolicy";

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>(List.of(
                Made.text("key"),
                Made.text("key_id"),
                Made.text("key_arn"),
                Made.text("key_manager"),
                Made.text("key_state")));
        members.addAll(ResourcePolicy.MEMBERS);
        return members;
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new JoinedItems(
                site,
                "KeyId",
                new Want("kms:ListKeys", "Keys"),
                List.of("kms:DescribeKey", POLICY),
                (members, gaps, provenance) -> statements(site, new Item(members), gaps, provenance));
    }

    private static void statements(Site site, Item key, List<Gap> gaps, Provenance provenance)
            throws MalformedDocument {
        Item metadata = key.item("KeyMetadata");
        String id = key.text("KeyId");
        String arn = key.text("KeyArn");
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("key_id", id);
        members.put("key_arn", arn);
        copy(metadata, "KeyManager", members, "key_manager");
        copy(metadata, "KeyState", members, "key_state");
        String document = key.text("Policy");
        if (!document.isEmpty()) {
            ResourcePolicy.read(arn, document, members)
                    .forEach(statement -> site.out().put(statement, gaps, provenance));
        } else if (!metadata.text("KeyManager").equals("AWS")) {
            List<Gap> all = new ArrayList<>(gaps);
            all.add(new Gap(Call.of(POLICY, id), Cause.NOT_ASKED, "", "the key's policy was not read", ""));
            members.put("key", arn);
            site.out().put(members, all, provenance);
        }
    }

    private static void copy(Item from, String name, Map<String, Object> to, String as) {
        if (from.members().containsKey(name)) {
            to.put(as, from.members().get(name));
        }
    }
}
