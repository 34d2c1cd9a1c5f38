package fr.pli.exchange.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pli.exchange.account.Person;
import fr.pli.exchange.attachment.Deposits;
import fr.pli.exchange.message.Message;
import fr.pli.exchange.testing.ExchangeTest;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A transfer holds no connection of the database while its reader is slow; measured at full size by the benchmark. */
@ExchangeTest
@TestPropertySource(properties = "pli.database.connections=3")
@Tag("U-8")
class SlowReadersTest {

    private static final int READERS = 100;

    @Autowired
    Downloads downloads;

    @Autowired
    Handovers handovers;

    @Autowired
    Receipts receipts;

    @Autowired
    Letters letters;

    @Test
    void aHundredSlowReadersOnThreeConnectionsHoldNobodyUp() throws Exception {
        byte[] content = Deposits.random(200_000);
        Person sender = letters.greffier();
        Person reader = letters.partner();
        Message message = letters.sent(sender, List.of(reader), Map.of("x.bin", content));
        var held = new CountDownLatch(READERS);
        var goOn = new CountDownLatch(1);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                all.add(pool.submit(() -> {
                    downloads
                            .file(
                                    reader,
                                    message.id(),
                                    message.attachments().getFirst().file())
                            .handOver(0, content.length, new Held(held, goOn));
                    return null;
                }));
            }
            assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(receipts.transferring(message.id(), reader.id())).isTrue();
            handovers.flush();
            handovers.watch();
            letters.sent(sender, List.of(reader), Map.of("another.bin", content));
            goOn.countDown();
            for (Future<?> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        assertThat(letters.facts("download.completed", message)).isEqualTo(1);
    }

    /** Takes the first piece and then nothing until it is told to go on. */
    private static final class Held extends OutputStream {

        private final CountDownLatch held;
        private final CountDownLatch goOn;
        private boolean first = true;

        Held(CountDownLatch held, CountDownLatch goOn) {
            this.held = held;
            this.goOn = goOn;
        }

        @Override
        public void write(int b) {
            // a byte is taken
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            if (first) {
                first = false;
                held.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
