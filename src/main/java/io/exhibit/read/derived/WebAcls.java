package io.exhibit.read.derived;

import io.exhibit.evidence.RecordType.Member;
import io.exhibit.read.records.Derivation;
import io.exhibit.read.records.Item;
import io.exhibit.read.records.JoinedItems;
import io.exhibit.read.records.Made;
import io.exhibit.read.records.Maker;
import io.exhibit.read.records.Site;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Web ACLs, with {@code logging} (AWS WAF answers that there is no configuration where there is none) and
 * {@code rule_groups}: the rule groups that act, managed ones by name and own ones by ARN. A group whose matches are only
 * counted does not act (AWS WAF developer guide, "Overriding rule group actions").
 */
final class WebAcls implements Derivation {

    private static final String LOGGING = "wafv2:GetLoggingConfiguration";

    @Override
    public List<Member> members() {
        return List.of(Made.flag("logging"), Made.texts("rule_groups"));
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
                (item, gaps, provenance) -> {
                    Map<String, Object> members = new LinkedHashMap<>(item);
                    if (gaps.stream().noneMatch(gap -> gap.call().operation().equals(LOGGING))) {
                        members.put("logging", item.containsKey("LoggingConfiguration"));
                    }
                    if (item.containsKey("WebACL")) {
                        members.put("rule_groups", groups(new Item(item).item("WebACL")));
                    }
                    site.out().put(members, gaps, provenance);
                });
    }

    /** Those of Firewall Manager stand before and after the account's own rules. */
    private static List<String> groups(Item acl) {
        return Stream.of(
                        acting(acl.items("PreProcessFirewallManagerRuleGroups"), "FirewallManagerStatement"),
                        acting(acl.items("Rules"), "Statement"),
                        acting(acl.items("PostProcessFirewallManagerRuleGroups"), "FirewallManagerStatement"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> acting(List<Item> rules, String statement) {
        return rules.stream()
                .filter(rule -> !rule.item("OverrideAction").members().containsKey("Count"))
                .map(rule -> rule.item(statement))
                .flatMap(group -> Stream.of(
                        group.item("ManagedRuleGroupStatement").text("Name"),
                        group.item("RuleGroupReferenceStatement").text("ARN")))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
