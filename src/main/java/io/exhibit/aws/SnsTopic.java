package io.exhibit.aws;

import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

/** A topic of Amazon SNS that is published to with the caller's own credentials; it takes sns:Publish. */
public final class SnsTopic {

    /** Amazon SNS API reference, Publish: at most 100 characters of ASCII without control characters. */
    private static final int SUBJECT = 100;

    private static final String TEXT = "String";

    private final AwsClients clients;
    private final String arn;
    private final String region;

    public SnsTopic(AwsClients clients, String arn, String region) {
        this.clients = clients;
        this.arn = arn;
        this.region = region;
    }

    /** Whether a text is the ARN of a topic. */
    public static boolean isArn(String text) {
        return text.matches("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}(\\.fifo)?");
    }

    /**
     * Publishes.
     *
     * @param id the same when the same is published again: an attribute, and the deduplication id of a FIFO topic
     * @throws IOException when it was not taken; the message says why
     */
    public void publish(String id, String subject, String text) throws IOException {
        String ascii = subject.replaceAll("[^\\x20-\\x7e]", "?");
        try (SnsClient sns = clients.publishing(region)) {
            sns.publish(request -> {
                request.topicArn(arn)
                        .subject(ascii.length() <= SUBJECT ? ascii : ascii.substring(0, SUBJECT - 3) + "...")
                        .message(text)
                        .messageAttributes(Map.of(
                                "id",
                                MessageAttributeValue.builder()
                                        .dataType(TEXT)
                                        .stringValue(id)
                                        .build()));
                if (arn.endsWith(".fifo")) {
                    request.messageGroupId("exhibit").messageDeduplicationId(id);
                }
            });
        } catch (SdkException e) {
            // The SDK's own words; never its request, which it would print whole.
            throw new IOException("The topic " + arn + " did not take the message: " + e.getMessage(), e);
        }
    }
}
