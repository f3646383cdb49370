package io.exhibit.sandbox.world;

import java.util.Optional;

/** Whom AWS reaches about one matter of an account: BILLING, OPERATIONS or SECURITY. */
public record Contact(String type, String name, String title, String email, String phone) {
    static Optional<Contact> of(World world, Account account, String type) {
        boolean known = switch (account.name()) {
            case "sandbox" -> type.equals("BILLING");
            case "portal-prod" -> !type.equals("SECURITY") || world.since(Story.PORTAL_CONTACT);
            default -> true;
        };
        return known ? Optional.of(of(type)) : Optional.empty();
    }

    private static Contact of(String type) {
        return switch (type) {
            case "BILLING" ->
                new Contact(
                        type,
                        "Hannah \"Bills\" Ibrahim",
                        "Finance",
                        "billing@harborview-health.example",
                        "+1 555-555-0110");
            case "OPERATIONS" ->
                new Contact(type, "On call", "Operations", "oncall@harborview-health.example", "+1 555-555-0142");
            default ->
                new Contact(
                        type,
                        "Sora Nakamura <script>",
                        "Security \\ privacy",
                        "security@harborview-health.example",
                        "+1 555-555-0199");
        };
    }
}
