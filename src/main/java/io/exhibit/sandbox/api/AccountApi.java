package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.AwsError;
import io.exhibit.sandbox.wire.AwsService;
import io.exhibit.sandbox.wire.Operation;
import io.exhibit.sandbox.wire.Protocol;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Contact;
import io.exhibit.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** AWS Account Management: the alternate contacts of the caller's own account (REST JSON). */
final class AccountApi {
    private static final List<String> TYPES = List.of("BILLING", "OPERATIONS", "SECURITY");

    private final Supplier<World> world;

    private AccountApi(Supplier<World> world) {
        this.world = world;
    }

    static AwsService on(Supplier<World> world) {
        AccountApi api = new AccountApi(world);
        return new AwsService(
                "account",
                Protocol.REST,
                "errorType",
                "message",
                Wording.rest("TooManyRequestsException", "InternalServerException"),
                List.of(Operation.route("GetAlternateContact", "POST", "/getAlternateContact", api::contact)));
    }

    private Map<String, Object> contact(Ask ask) {
        String type = ask.member("AlternateContactType")
                .filter(TYPES::contains)
                .orElseThrow(() ->
                        new AwsError(400, "ValidationException", "AlternateContactType must be one of " + TYPES + "."));
        Contact contact = world.get()
                .contact(ask.account(), type)
                .orElseThrow(() -> new AwsError(
                        404, "ResourceNotFoundException", "No contact of the inputted alternate contact type found."));
        return Tree.of(
                "AlternateContact",
                Tree.of(
                        "AlternateContactType", contact.type(),
                        "EmailAddress", contact.email(),
                        "Name", contact.name(),
                        "PhoneNumber", contact.phone(),
                        "Title", contact.title()));
    }
}
