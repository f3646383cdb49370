package io.exhibit.aws;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import software.amazon.awssdk.core.SdkClient;

/**
 * Lets one client of a service speak for many accounts: what is called by way of {@link #speakingFor} asks with the
 * credentials, and at the pace, of that account. A client costs milliseconds and much memory to build, and an organization
 * has a hundred times as many accounts as regions. The SDK signs and sends on the thread of the caller, so that the thread
 * knows whom it speaks for.
 */
final class Speaker {

    private final ThreadLocal<String> account = new ThreadLocal<>();

    /** The account that this thread asks for now, 12 digits, or "" before it is known. */
    String account() {
        String speaking = account.get();
        if (speaking == null) {
            throw new IllegalStateException("a client was asked, and for no account");
        }
        return speaking;
    }

    /** The client, bound to an account. */
    @SuppressWarnings("unchecked")
    <C> C speakingFor(String id, C client) {
        Class<?> type = type(client.getClass());
        return (C) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            account.set(id);
            try {
                return invoke(client, method, arguments);
            } finally {
                account.remove();
            }
        });
    }

    private static Object invoke(Object client, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The service's own interface, which its client implements. */
    private static Class<?> type(Class<?> client) {
        for (Class<?> each = client; each != null; each = each.getSuperclass()) {
            for (Class<?> type : each.getInterfaces()) {
                if (SdkClient.class.isAssignableFrom(type)) {
                    return type;
                }
            }
        }
        throw new IllegalArgumentException(client + " is no client of the SDK");
    }
}
