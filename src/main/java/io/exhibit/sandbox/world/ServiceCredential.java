package io.exhibit.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One credential of an IAM user for a single service; it does not expire. */
public record ServiceCredential(String user, String service, Instant created, boolean active) {
    private static final String CODE = "codecommit.amazonaws.com";

    static List<ServiceCredential> of(World world, Account account) {
        return switch (account.name()) {
            case "claims-prod" -> claims(world);
            case "portal-prod" ->
                List.of(new ServiceCredential("svc-portal-deploy", CODE, Story.at("2023-01-11T10:30:00Z"), true));
            default -> List.of();
        };
    }

    private static List<ServiceCredential> claims(World world) {
        List<ServiceCredential> all = new ArrayList<>(List.of(
                new ServiceCredential("d.kowalczyk", CODE, Story.at("2023-02-06T09:15:00Z"), false),
                new ServiceCredential("svc-edi-gateway", CODE, Story.at("2024-03-01T10:40:00Z"), true)));
        if (world.since(Story.MODEL_KEY.from())) {
            boolean active = world.holds(Story.MODEL_KEY);
            all.add(new ServiceCredential("c.oyelaran", "bedrock.amazonaws.com", Story.MODEL_KEY.from(), active));
        }
        return List.copyOf(all);
    }
}
