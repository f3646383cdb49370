package io.exhibit.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/**
 * Secrets that AWS keeps: SecureString parameters of Systems Manager (ssm:GetParameter) and secrets of Secrets Manager
 * (secretsmanager:GetSecretValue), each with kms:Decrypt where the key is the customer's own. Credentials and region come from the
 * SDK's default chain; an ARN says its region. What was read counts for five minutes.
 */
public final class AwsSecrets {

    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:(?:ssm|secretsmanager):([a-z0-9-]+):\\d{12}:.+");

    private final URI endpoint;
    private final LongSupplier nanos;
    private final Map<String, Read> read = new ConcurrentHashMap<>();

    private record Read(String value, long at) {}

    @FunctionalInterface
    private interface Asking {
        String ask() throws IOException;
    }

    public AwsSecrets() {
        this(null, System::nanoTime);
    }

    /**
     * @param endpoint in the place of AWS's, with credentials for show; or {@code null}
     * @param nanos tells how much time has passed
     */
    AwsSecrets(URI endpoint, LongSupplier nanos) {
        this.endpoint = endpoint;
        this.nanos = nanos;
    }

    /**
     * A SecureString parameter.
     *
     * @param name or ARN
     * @throws IOException when it cannot be had; the message names it and says why, and never holds a value
     */
    public String parameter(String name) throws IOException {
        return fresh("The parameter " + name, () -> {
            try (SsmClient ssm = client(SsmClient.builder(), name)) {
                Parameter found = ssm.getParameter(request -> request.name(name).withDecryption(true))
                        .parameter();
                if (found.type() != ParameterType.SECURE_STRING) {
                    throw new IOException("The parameter " + name + " is of type " + found.typeAsString()
                            + ", which is not encrypted. Make it a SecureString.");
                }
                return found.value();
            }
        });
    }

    /**
     * The current version of a secret's text.
     *
     * @param name or ARN
     * @throws IOException as {@link #parameter}
     */
    public String secret(String name) throws IOException {
        return fresh("The secret " + name, () -> {
            try (SecretsManagerClient secrets = client(SecretsManagerClient.builder(), name)) {
                String found = secrets.getSecretValue(request -> request.secretId(name))
                        .secretString();
                if (found == null) {
                    throw new IOException("The secret " + name + " holds bytes and no text.");
                }
                return found;
            }
        });
    }

    private String fresh(String what, Asking asking) throws IOException {
        Read before = read.get(what);
        if (before != null && nanos.getAsLong() - before.at() < FRESH.toNanos()) {
            return before.value();
        }
        try {
            String value = asking.ask();
            read.put(what, new Read(value, nanos.getAsLong()));
            return value;
        } catch (AwsServiceException e) {
            throw new IOException(
                    what + " could not be read: AWS answered " + AwsCauses.code(e)
                            + ". Check its name and region, and whether the node's role may read and decrypt it.",
                    e);
        } catch (SdkException e) {
            throw new IOException(what + " could not be read: " + e.getMessage(), e);
        }
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String name) {
        builder.httpClientBuilder(
                        ApacheHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
                .overrideConfiguration(c -> c.apiCallTimeout(PATIENCE.multipliedBy(2)));
        Matcher arn = ARN.matcher(name);
        if (arn.matches()) {
            builder.region(Region.of(arn.group(1)));
        }
        if (endpoint != null) {
            builder.endpointOverride(endpoint)
                    .credentialsProvider(
                            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIASANDBOX", "sandbox")));
            if (!arn.matches()) {
                builder.region(Region.US_EAST_1);
            }
        }
        return builder.build();
    }
}
