package dev.paperround;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.ArrayDeque;
import java.util.Queue;

/** One for each bean with such methods. */
@OnDemand
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class OnDemandInterceptor {
    private final Queue<InvocationContext> putOff = new ArrayDeque<>();

    @AroundInvoke
    synchronized Object call(InvocationContext call) throws Exception {
        if (call.getMethod().getReturnType() == void.class) {
            putOff.add(call);
            return null;
        }
        while (!putOff.isEmpty()) {
            putOff.element().proceed();
            putOff.remove();
        }
        return call.proceed();
    }
}
