package io.exhibit.evaluate;

import io.exhibit.evidence.Catalog;
import io.exhibit.evidence.Reading;
import io.exhibit.evidence.RecordType;
import io.exhibit.evidence.RecordType.Kind;
import io.exhibit.evidence.RecordType.Member;
import io.exhibit.evidence.RecordType.Shape;
import io.exhibit.evidence.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A small catalog: one source of each scope. */
final class Samples {

    static final String REPORT = "iam.credential-report";
    static final String KEYS = "iam.access-keys";

    private Samples() {}

    static Catalog catalog() {
        Map<String, RecordType> types = new LinkedHashMap<>();
        add(types, REPORT, "user STRING", "arn STRING", "password_enabled BOOLEAN", "mfa_active BOOLEAN");
        add(types, KEYS, "key STRING", "arn STRING", "active BOOLEAN", "last_rotated TIMESTAMP", "slot LONG");
        add(types, "guardduty.Detector", "DetectorId STRING", "Status STRING", "Features LIST:guardduty.Feature");
        add(types, "guardduty.Feature", "Name STRING", "Status STRING:guardduty.FeatureStatus");
        add(types, "guardduty.Finding", "Id STRING", "Severity DOUBLE", "Archived BOOLEAN");
        add(types, "kms.Key", "KeyId STRING", "KeyRotationEnabled BOOLEAN", "KeyMetadata STRUCTURE:kms.KeyMetadata");
        add(types, "kms.KeyMetadata", "KeyState STRING", "Enabled BOOLEAN");
        add(types, "organizations.Account", "Id STRING", "State STRING");
        add(types, "waf.Statement", "Text STRING", "NotStatement STRUCTURE:waf.Statement");
        return new Catalog(
                List.of(
                        source(
                                REPORT,
                                Source.Scope.ACCOUNT,
                                reading(REPORT, "users", REPORT, "arn"),
                                reading(KEYS, "access keys", KEYS, "key")),
                        source(
                                "organizations",
                                Source.Scope.ORGANIZATION,
                                reading("organizations.accounts", "accounts", "organizations.Account", "Id"),
                                reading("waf.statements", "statements", "waf.Statement", "Text")),
                        source(
                                "guardduty.detectors",
                                Source.Scope.REGION,
                                reading("guardduty.detectors", "detectors", "guardduty.Detector", "DetectorId")),
                        source(
                                "guardduty.findings",
                                Source.Scope.REGION,
                                reading("guardduty.findings", "findings", "guardduty.Finding", "Id")),
                        source("kms.keys", Source.Scope.REGION, reading("kms.keys", "keys", "kms.Key", "KeyId"))),
                types,
                Map.of(),
                Map.of("guardduty.FeatureStatus", List.of("ENABLED", "DISABLED")));
    }

    private static Source source(String key, Source.Scope scope, Reading... readings) {
        return new Source(key, key, scope, List.of(), List.of(readings));
    }

    private static Reading reading(String key, String title, String type, String member) {
        return new Reading(key, title, type, member, List.of(), "", List.of(), "");
    }

    private static void add(Map<String, RecordType> types, String name, String... members) {
        List<Member> list = new ArrayList<>();
        for (String member : members) {
            String[] parts = member.split("[ :]");
            Kind kind = Kind.valueOf(parts[1]);
            String inner = parts.length > 2 ? parts[2] : "";
            Shape shape = kind == Kind.LIST
                    ? new Shape(kind, "", new Shape(Kind.STRUCTURE, inner, null, ""), "")
                    : new Shape(kind, inner, null, "");
            list.add(new Member(parts[0], parts[0], shape));
        }
        types.put(name, new RecordType(name, list));
    }
}
