package io.exhibit.sandbox.world;

import io.exhibit.sandbox.world.User.AccessKey;
import io.exhibit.sandbox.world.User.Password;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The credential report as CSV: 22 columns, root first, LF between lines and none at the end (as AWS gives it in 2026). */
public final class CredentialReport {
    private static final String HEAD = "user,arn,user_creation_time,password_enabled,password_last_used,"
            + "password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,"
            + "access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
            + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,"
            + "access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,"
            + "cert_2_active,cert_2_last_rotated";
    private static final String NONE = "N/A";

    private CredentialReport() {}

    public static byte[] of(World world, String account) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append('\n').append(String.join(",", root(world.root(account), account)));
        for (User user : world.users(account)) {
            text.append('\n').append(String.join(",", row(user, account)));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> root(Root root, String account) {
        List<String> cells = new ArrayList<>(List.of(
                "<root_account>",
                "arn:aws:iam::" + account + ":root",
                root.created().toString()));
        cells.add(String.valueOf(root.password()));
        cells.add(root.lastUsed().map(Instant::toString).orElse("no_information"));
        cells.add(root.password() ? root.created().toString() : NONE);
        cells.add("not_supported");
        cells.add(String.valueOf(root.mfa()));
        addKeysAndCertificates(cells, List.of());
        return cells;
    }

    private static List<String> row(User user, String account) {
        List<String> cells = new ArrayList<>(List.of(
                user.name(),
                "arn:aws:iam::" + account + ":user/" + user.name(),
                user.created().toString(),
                String.valueOf(user.password().isPresent())));
        cells.add(user.password()
                .map(password -> password.lastUsed().map(Instant::toString).orElse("no_information"))
                .orElse(NONE));
        cells.add(user.password().map(Password::changed).map(Instant::toString).orElse(NONE));
        cells.add(NONE);
        cells.add(String.valueOf(user.mfa()));
        addKeysAndCertificates(cells, user.keys());
        return cells;
    }

    private static void addKeysAndCertificates(List<String> cells, List<AccessKey> keys) {
        for (int slot = 0; slot < 2; slot++) {
            Optional<AccessKey> key = slot < keys.size() ? Optional.of(keys.get(slot)) : Optional.empty();
            Optional<Instant> used = key.flatMap(AccessKey::lastUsed);
            cells.add(String.valueOf(key.filter(AccessKey::active).isPresent()));
            cells.add(key.map(AccessKey::rotated).map(Instant::toString).orElse(NONE));
            cells.add(used.map(Instant::toString).orElse(NONE));
            cells.add(used.isPresent() ? key.orElseThrow().region() : NONE);
            cells.add(used.isPresent() ? key.orElseThrow().service() : NONE);
        }
        cells.addAll(List.of("false", NONE, "false", NONE));
    }
}
