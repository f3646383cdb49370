package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.List;

/**
 * The service control policies that stand over each account: attached to itself, to a unit above it, or to the root. AWS
 * merges none (DescribeEffectivePolicy does not answer for this type), so they are listed, each with a digest of its content.
 */
final class EffectivePolicies implements Derivation {

    private static final String POLICY = "organizations.EffectivePolicy";

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("account"), Made.text("name"), Made.flag("management"), Made.structures("policies", POLICY));
    }

    @Override
    public List<RecordType> structures() {
        return List.of(new RecordType(
                POLICY,
                List.of(Made.text("id"), Made.text("name"), Made.text("attached_to"), Made.text("content_digest"))));
    }

    @Override
    public Maker maker(Site site) {
        return new EffectivePoliciesMaker(site);
    }
}
