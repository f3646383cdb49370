package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.Sha256;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.JoinedItems;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.List;

/** Resource control policies with a digest of their content, as an approved one is written down by; absent when it was not read. */
final class ResourcePolicies implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(Made.text("content_digest"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new JoinedItems(
                site,
                site.reading().keyMember(),
                site.carried(),
                site.reading().details(),
                (members, gaps, provenance) -> {
                    String content = new Item(members).item("Policy").text("Content");
                    if (!content.isEmpty()) {
                        members.put("content_digest", Sha256.hex(content));
                    }
                    site.out().put(members, gaps, provenance);
                });
    }
}
