package io.exhibit.sandbox.world;

import java.util.List;

/** One CloudFront distribution, with what it demands of viewers, what it speaks to its origin and its oldest TLS. */
public record Distribution(String id, String domain, String viewers, String origin, String oldest) {
    static List<Distribution> of(Account account) {
        return switch (account.name()) {
            case "claims-prod" ->
                List.of(new Distribution(
                        "E1CLA1MS0INTAK",
                        "intake.harborview-health.example",
                        "https-only",
                        "https-only",
                        "TLSv1.2_2021"));
            case "portal-prod" ->
                List.of(new Distribution(
                        "E2P0RTAL000WEB",
                        "portal.harborview-health.example",
                        "redirect-to-https",
                        "match-viewer",
                        "TLSv1.1_2016"));
            default -> List.of();
        };
    }
}
