package sit.app.jupyter;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;
import org.zeromq.ZMQ.Socket;

/**
 * The five sockets of a kernel. One thread owns them all, since none may be used by two: requests
 * of the shell wait in a queue for the thread that evaluates, those of the control channel are
 * answered at once, and what other threads send comes in through a socket of its own.
 */
final class Channels implements AutoCloseable {
  private static final String OUTGOING = "inproc://outgoing";
  private static final byte[] SHELL = {0};
  private static final byte[] CONTROL = {1};
  private static final byte[] IOPUB = {2};
  private static final byte[] END = {3};

  /** How long what was sent last may take to leave, in milliseconds. */
  private static final int LINGER = 1000;

  /** Answers what comes over the control channel, on the thread that owns the sockets. */
  interface Control {
    /** Answers a request; {@code out} is for this call alone. */
    void handle(Message request, Sender out);
  }

  /** Sends messages. */
  interface Sender {
    /** To who asked. */
    void reply(Message message);

    /** To all who listen. */
    void publish(Message message);
  }

  private final ZContext context = new ZContext();
  private final BlockingQueue<Message> requests = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final Control control;
  private final Thread owner;
  private Socket incoming;
  private Socket outgoing;

  Channels(Connection connection, Control control) {
    this.connection = connection;
    this.control = control;
    this.owner = new Thread(this::serve, "jupyter channels");
    owner.setDaemon(true);
  }

  /** Opens the channels; from then on the calling thread is the one that sends. */
  void open() {
    context.setLinger(LINGER);
    // an inproc end is bound before the other connects
    incoming = context.createSocket(SocketType.PULL);
    incoming.setHWM(0);
    incoming.bind(OUTGOING);
    outgoing = context.createSocket(SocketType.PUSH);
    outgoing.setHWM(0);
    outgoing.connect(OUTGOING);
    owner.start();
  }

  /** What comes over the shell, in its order. */
  BlockingQueue<Message> requests() {
    return requests;
  }

  /** What the thread that evaluates sends with. */
  Sender sender(Wire wire) {
    return new Sender() {
      @Override
      public void reply(Message message) {
        send(SHELL, wire.write(message));
      }

      @Override
      public void publish(Message message) {
        send(IOPUB, wire.write(message));
      }
    };
  }

  private void send(byte[] channel, List<byte[]> frames) {
    outgoing.sendMore(channel);
    for (int i = 0; i < frames.size(); i++) {
      outgoing.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  private void serve() {
    try (ZMQ.Poller poller = context.createPoller(5)) {
      Socket shell = bound(SocketType.ROUTER, connection.shell());
      Socket direct = bound(SocketType.ROUTER, connection.control());
      Socket iopub = bound(SocketType.PUB, connection.iopub());
      Socket stdin = bound(SocketType.ROUTER, connection.stdin());
      Socket heartbeat = bound(SocketType.REP, connection.heartbeat());
      Wire wire = new Wire(connection.key());
      Sender answer = answer(direct, iopub, wire);
      poller.register(shell, ZMQ.Poller.POLLIN);
      poller.register(direct, ZMQ.Poller.POLLIN);
      poller.register(incoming, ZMQ.Poller.POLLIN);
      poller.register(stdin, ZMQ.Poller.POLLIN);
      poller.register(heartbeat, ZMQ.Poller.POLLIN);
      boolean open = true;
      while (open && poller.poll(-1) >= 0) {
        if (poller.pollin(1)) {
          wire.read(frames(direct)).ifPresent(request -> control.handle(request, answer));
        }
        if (poller.pollin(0)) {
          wire.read(frames(shell)).ifPresent(requests::add);
        }
        if (poller.pollin(3)) {
          frames(stdin);
        }
        if (poller.pollin(4)) {
          write(heartbeat, frames(heartbeat));
        }
        if (poller.pollin(2)) {
          open = forward(frames(incoming), shell, direct, iopub);
        }
      }
    }
  }

  private static boolean forward(List<byte[]> frames, Socket shell, Socket direct, Socket iopub) {
    byte channel = frames.get(0)[0];
    if (channel == END[0]) {
      return false;
    }
    write(
        channel == SHELL[0] ? shell : channel == CONTROL[0] ? direct : iopub,
        frames.subList(1, frames.size()));
    return true;
  }

  private Sender answer(Socket direct, Socket iopub, Wire wire) {
    return new Sender() {
      @Override
      public void reply(Message message) {
        write(direct, wire.write(message));
      }

      @Override
      public void publish(Message message) {
        write(iopub, wire.write(message));
      }
    };
  }

  private Socket bound(SocketType type, int port) {
    Socket socket = context.createSocket(type);
    socket.setHWM(0);
    socket.bind(connection.address(port));
    return socket;
  }

  private static List<byte[]> frames(Socket socket) {
    List<byte[]> frames = new ArrayList<>();
    do {
      frames.add(socket.recv());
    } while (socket.hasReceiveMore());
    return frames;
  }

  private static void write(Socket socket, List<byte[]> frames) {
    for (int i = 0; i < frames.size(); i++) {
      socket.send(frames.get(i), i + 1 < frames.size() ? ZMQ.SNDMORE : 0);
    }
  }

  /** The topic of a broadcast. */
  static List<byte[]> topic(String type) {
    return List.of(("kernel.sit." + type).getBytes(StandardCharsets.US_ASCII));
  }

  /** Lets what was sent leave, and closes the channels. */
  @Override
  public void close() {
    send(END, List.of(new byte[0]));
    try {
      owner.join(LINGER);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    context.close();
  }
}
