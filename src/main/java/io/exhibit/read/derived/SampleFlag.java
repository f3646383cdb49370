package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * GuardDuty findings, with {@code sample}: whether AWS made it up on request (GuardDuty user guide, "Sample findings": the
 * title begins with [SAMPLE]; the additional information says so, too).
 */
final class SampleFlag implements Derivation {

    private static final Pattern SAID = Pattern.compile("\"sample\"\\s*:\\s*true");

    @Override
    public List<Member> members() {
        return List.of(Made.flag("sample"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, (finding, piece) -> {
            Map<String, Object> members = new LinkedHashMap<>(finding);
            members.put("sample", sample(new Item(finding)));
            return members;
        });
    }

    private static boolean sample(Item finding) {
        String additional = finding.item("Service").item("AdditionalInfo").text("Value");
        return finding.text("Title").startsWith("[SAMPLE]")
                || SAID.matcher(additional).find();
    }
}
