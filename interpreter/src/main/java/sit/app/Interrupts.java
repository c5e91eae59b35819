package sit.app;

import java.lang.reflect.Proxy;

/**
 * Ctrl-C, made a callback. The JDK's only class for it is not part of its public interface, so it
 * is found by name.
 */
public final class Interrupts {
  private Interrupts() {}

  /**
   * From now on an interrupt from the keyboard calls {@code action} on a thread of its own and does
   * not end the program.
   *
   * @return whether this machine allows it; if not, Ctrl-C ends the program as before
   */
  public static boolean handle(Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object callback =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                if (method.getName().equals("handle")) {
                  action.run();
                }
                return null;
              });
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      signal.getMethod("handle", signal, handler).invoke(null, interrupt, callback);
      return true;
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      return false;
    }
  }
}
