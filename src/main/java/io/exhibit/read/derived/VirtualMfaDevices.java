package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Items;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Piece;
import io.exhibit.read.records.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Virtual MFA devices with whether the root user has it: by who uses it, and by the serial that IAM gives the root user's.
 * The serial alone does not rule it out, an older device of the root user may have any name.
 */
final class VirtualMfaDevices implements Derivation {

    private static final String ROOT_DEVICE = ":mfa/root-account-mfa-device";

    @Override
    public List<Member> members() {
        return List.of(Made.flag("root"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public Maker maker(Site site) {
        return new Items(site, VirtualMfaDevices::told);
    }

    private static Map<String, Object> told(Map<String, Object> device, Piece piece) {
        Map<String, Object> members = new LinkedHashMap<>(device);
        String user = piece.item().item("User").text("Arn");
        boolean named = piece.item().text("SerialNumber").endsWith(ROOT_DEVICE);
        if (named || !user.isEmpty()) {
            members.put("root", named || user.endsWith(":root"));
        }
        return members;
    }
}
