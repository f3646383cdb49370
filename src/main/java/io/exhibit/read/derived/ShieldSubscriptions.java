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

/** Shield Advanced in an account: a record also where it is not subscribed to. Emergency contacts are a number, never names. */
final class ShieldSubscriptions implements Derivation {

    private static final String CONTACTS = "shield:DescribeEmergencyContactSettings";

    @Override
    public List<Member> members() {
        return List.of(Made.text("account"), Made.flag("subscribed"), Made.whole("emergency_contacts"));
    }

    @Override
    public boolean keepsItem() {
        return true;
    }

    @Override
    public boolean joins(String detail) {
        return !detail.equals(CONTACTS);
    }

    @Override
    public Maker maker(Site site) {
        return new Together(site, answers -> {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("account", site.target().account());
            Item state = answers.get("shield:GetSubscriptionState");
            members.put("subscribed", state.text("SubscriptionState").equals("ACTIVE"));
            answers.forEach((operation, answer) -> {
                if (operation.equals(CONTACTS)) {
                    members.put("emergency_contacts", (long)
                            answer.items("EmergencyContactList").size());
                } else {
                    members.putAll(answer.members());
                }
            });
            return members;
        });
    }
}
