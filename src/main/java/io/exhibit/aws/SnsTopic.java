package io.exhibit.aws;

import java.io.IOException;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.AuthorizationErrorException;
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
     * Looks whether the topic is there, which takes sns:GetTopicAttributes.
     *
     * @return what was found in order, and what only a message will show
     * @throws IOException when it is not, or may not be looked at
     */
    public String check() throws IOException {
        try (SnsClient sns = clients.publishing(region)) {
            sns.getTopicAttributes(request -> request.topicArn(arn));
            return "is there; that we may publish to it shows with the first message";
        } catch (AuthorizationErrorException e) {
            throw new IOException(
                    "Whether the topic " + arn + " is there may not be asked: " + e.getMessage()
                            + " Allow sns:GetTopicAttributes beside sns:Publish.",
                    e);
        } catch (SdkException e) {
            throw new IOException(
                    "The topic " + arn + " could not be looked at: " + e.getMessage()
                            + " Check its ARN and region, and the credentials.",
                    e);
        }
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
