package io.exhibit.sandbox.api;

import io.exhibit.sandbox.wire.Ask;
import io.exhibit.sandbox.wire.Tree;
import io.exhibit.sandbox.world.Key;
import io.exhibit.sandbox.world.Key.Kind;
import java.util.List;
import java.util.Map;

/** Keys and aliases as KMS writes them. */
final class KeyShapes {
    private KeyShapes() {}

    static String arn(Ask ask, Key key) {
        return "arn:aws:kms:" + ask.region() + ":" + ask.account() + ":key/" + key.id();
    }

    static Map<String, Object> metadata(Ask ask, Key key) {
        Kind kind = key.kind();
        String algorithms = kind == Kind.SIGNING
                ? "SigningAlgorithms"
                : kind == Kind.MAC ? "MacAlgorithms" : "EncryptionAlgorithms";
        List<String> algorithm = kind == Kind.SIGNING
                ? List.of("RSASSA_PSS_SHA_256", "RSASSA_PKCS1_V1_5_SHA_256")
                : List.of(kind == Kind.MAC ? "HMAC_SHA_256" : "SYMMETRIC_DEFAULT");
        return Tree.of(
                "AWSAccountId",
                ask.account(),
                "Arn",
                arn(ask, key),
                "CreationDate",
                key.created(),
                "CustomerMasterKeySpec",
                kind.spec(),
                "DeletionDate",
                key.deletion().orElse(null),
                "Description",
                key.description(),
                "Enabled",
                key.state().equals("Enabled"),
                algorithms,
                algorithm,
                "ExpirationModel",
                kind == Kind.IMPORTED ? "KEY_MATERIAL_DOES_NOT_EXPIRE" : null,
                "KeyId",
                key.id(),
                "KeyManager",
                kind.manager(),
                "KeySpec",
                kind.spec(),
                "KeyState",
                key.state(),
                "KeyUsage",
                kind.usage(),
                "MultiRegion",
                false,
                "Origin",
                kind.origin());
    }

    /** {@code key} is null for a name that AWS predefines before there is a key. */
    static Map<String, Object> alias(Ask ask, String name, Key key) {
        return Tree.of(
                "AliasName",
                name,
                "AliasArn",
                "arn:aws:kms:" + ask.region() + ":" + ask.account() + ":" + name,
                "TargetKeyId",
                key == null ? null : key.id(),
                "CreationDate",
                key == null ? null : key.created(),
                "LastUpdatedDate",
                key == null ? null : key.created());
    }
}
