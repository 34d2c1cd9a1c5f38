package fr.pli.exchange.platform;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.NullUnmarked;

/** A task's data is its id: nothing is written, nothing read back, so nothing can be deserialised. */
@NullUnmarked
enum NoData implements Serializer {
    INSTANCE;

    @Override
    public byte[] serialize(Object data) {
        return null;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] bytes) {
        return null;
    }
}
