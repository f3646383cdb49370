package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import io.exhibit.read.records.Together;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The EBS settings of a region; {@code SnapshotBlockPublicAccessState} is the {@code State} that the call of its name gives. */
final class EbsSettings implements Derivation {

    @Override
    public List<Member> members() {
        return List.of(
                Made.text("region"),
                Made.flag("EbsEncryptionByDefault"),
                Made.text("KmsKeyId"),
                Made.text("SnapshotBlockPublicAccessState"));
    }

    @Override
    public Maker maker(Site site) {
        return new Together(site, answers -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("region", site.target().region());
            copy(answers, "ec2:GetEbsEncryptionByDefault", "EbsEncryptionByDefault", members, "EbsEncryptionByDefault");
            copy(answers, "ec2:GetEbsDefaultKmsKeyId", "KmsKeyId", members, "KmsKeyId");
            copy(answers, "ec2:GetSnapshotBlockPublicAccessState", "State", members, "SnapshotBlockPublicAccessState");
            return members;
        });
    }

    private static void copy(
            Map<String, Item> answers, String operation, String member, Map<String, Object> members, String name) {
        Item answer = answers.get(operation);
        if (answer != null && answer.members().containsKey(member)) {
            members.put(name, answer.members().get(member));
        }
    }
}
