package io.exhibit.read.derived;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Bucket policies, one record for each statement and principal. A bucket without a policy has none here; one whose policy was
 * not read stands as a record with a gap.
 */
final class BucketPolicyStatements implements Derivation {

    @Override
    public List<Member> members() {
        List<Member> members = new ArrayList<>(List.of(Made.text("key"), Made.text("bucket")));
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
                "Name",
                site.carried(),
                site.reading().details(),
                (members, gaps, provenance) -> statements(site, new Item(members), gaps, provenance));
    }

    private static void statements(Site site, Item bucket, List<Gap> gaps, Provenance provenance)
            throws MalformedDocument {
        String name = bucket.text("Name");
        String document = bucket.text("Policy");
        if (!gaps.isEmpty()) {
            site.out().put(Map.of("key", name, "bucket", name), gaps, provenance);
        } else if (!document.isEmpty()) {
            ResourcePolicy.read("arn:aws:s3:::" + name, document, Map.of("bucket", name))
                    .forEach(statement -> site.out().put(statement, gaps, provenance));
        }
    }
}
