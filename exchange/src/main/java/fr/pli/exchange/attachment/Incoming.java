package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.InputStream;

/** Clear bytes on their way into a stored file, sealed and stored as they come. One thread at a time. */
public interface Incoming extends AutoCloseable {

    /**
     * Reads {@code source} to its end, at most {@code most} bytes of it. On the way what was read becomes durable and
     * recorded every 64 MiB or 2 seconds, unless all is to be recorded as a whole.
     *
     * @throws IOException from the source only; what came before it is kept until {@link #finish} or {@link #close}
     * @throws fr.pli.exchange.platform.RefusedException when the store or the fence refuses
     */
    void take(InputStream source, long most) throws IOException;

    /** Makes durable and records what was read. @return the offset that may be acknowledged */
    long finish();

    /** Forgets what was not recorded. */
    @Override
    void close();
}
