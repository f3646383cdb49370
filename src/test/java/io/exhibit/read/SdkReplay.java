package io.exhibit.read;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Hands stored bytes to the real SDK clients, without a network, and takes what they make of them. */
final class SdkReplay implements AutoCloseable {

    private static final Set<MarshallLocation> PATHS = Set.of(MarshallLocation.PATH, MarshallLocation.GREEDY_PATH);

    private final Map<String, SdkClient> clients = new HashMap<>();
    private byte[] stored;

    SdkPojo answer(String operation, byte[] body) throws ReflectiveOperationException {
        Method method = AwsOperations.method(operation).orElseThrow();
        SdkPojo request = AwsOperations.builder(method.getParameterTypes()[0]);
        for (SdkField<?> field : request.sdkFields()) {
            if (PATHS.contains(field.location())) {
                field.set(request, "x");
            } else if (field.memberName().equals("AccountId")) {
                // S3 Control puts it into the host's name.
                field.set(request, "111122223333");
            }
        }
        stored = body;
        SdkClient client = clients.computeIfAbsent(AwsOperations.prefix(operation), this::client);
        return (SdkPojo) method.invoke(client, ((SdkBuilder<?, ?>) request).build());
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
    }

    private SdkClient client(String prefix) {
        Object builder = AwsOperations.builderOf(AwsOperations.CLIENTS.get(prefix));
        ((AwsClientBuilder<?, ?>) builder)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()));
        ((SdkSyncClientBuilder<?, ?>) builder).httpClient(new Stored());
        return (SdkClient) ((SdkBuilder<?, ?>) builder).build();
    }

    private final class Stored implements SdkHttpClient {

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            return new ExecutableHttpRequest() {
                @Override
                public HttpExecuteResponse call() {
                    return HttpExecuteResponse.builder()
                            .response(SdkHttpResponse.builder().statusCode(200).build())
                            .responseBody(AbortableInputStream.create(new ByteArrayInputStream(stored)))
                            .build();
                }

                @Override
                public void abort() {}
            };
        }

        @Override
        public void close() {}
    }
}
