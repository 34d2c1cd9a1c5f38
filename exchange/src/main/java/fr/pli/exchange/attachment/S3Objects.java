package fr.pli.exchange.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The few requests of S3 that the platform makes, each whole in itself: nothing is begun there that would have to be
 * ended, so a node that dies leaves at most an object that no row names (U-12). Every failure is an IOException with a
 * sentence.
 */
final class S3Objects implements AutoCloseable {

    private static final String TYPE = "application/octet-stream";
    private static final String WRITER = "pli-writer";
    private static final Set<String> FULL =
            Set.of("QuotaExceeded", "XMinioStorageFull", "XMinioAdminBucketQuotaExceeded", "InsufficientCapacity");

    /** After a failure the store counts as away for so long, unless a request succeeds meanwhile. */
    private static final long AWAY = Duration.ofSeconds(2).toNanos();

    private final S3Client client;
    private final S3Settings settings;
    private final AtomicLong failedAt = new AtomicLong();

    S3Objects(S3Settings settings) {
        this.settings = settings;
        this.client = client(settings);
    }

    private static S3Client client(S3Settings settings) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                // Sums are given with each object; older stores refuse the trailing ones the library would add.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .httpClientBuilder(ApacheHttpClient.builder()
                        .maxConnections(settings.connections())
                        .connectionTimeout(Duration.ofSeconds(3))
                        .connectionAcquisitionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout())
                        .expectContinueEnabled(false))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(settings.timeout())
                        .apiCallTimeout(settings.timeout().multipliedBy(3))
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(settings.attempts())
                                // the SDK stops trying again when many requests fail; each of ours is worth its
                                // attempts
                                .circuitBreakerEnabled(false)
                                .build()));
        if (!settings.endpoint().isBlank()) {
            builder.endpointOverride(URI.create(settings.endpoint()));
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    /** Whether the last request failed a moment ago. */
    boolean failing() {
        long failed = failedAt.get();
        return failed != 0 && System.nanoTime() - failed < AWAY;
    }

    /** Writes an object that must not be there yet. */
    void put(String key, ContentStreamProvider content, long length, String crc32) throws IOException {
        if (!settings.conditional() && exists(key)) {
            throw new FileAlreadyExistsException(key);
        }
        String writer = UUID.randomUUID().toString();
        try {
            call(
                    key,
                    () -> client.putObject(
                            request -> {
                                request.bucket(settings.bucket())
                                        .key(key)
                                        .checksumCRC32(crc32)
                                        .metadata(Map.of(WRITER, writer));
                                if (settings.conditional()) {
                                    request.ifNoneMatch("*");
                                }
                            },
                            RequestBody.fromContentProvider(content, length, TYPE)));
        } catch (FileAlreadyExistsException taken) {
            // our own first attempt may have arrived and only its answer been lost
            if (!writer.equals(metadata(key))) {
                throw taken;
            }
        }
    }

    private @Nullable String metadata(String key) throws IOException {
        return call(
                        key,
                        () -> client.headObject(
                                request -> request.bucket(settings.bucket()).key(key)))
                .metadata()
                .get(WRITER);
    }

    private boolean exists(String key) throws IOException {
        try {
            size(key);
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    long size(String key) throws IOException {
        return call(
                        key,
                        () -> client.headObject(
                                request -> request.bucket(settings.bucket()).key(key)))
                .contentLength();
    }

    /** Fills the array from {@code at} on with the object's bytes from {@code position} on. @return bytes read */
    int get(String key, long position, byte[] into, int at, int length) throws IOException {
        String range = "bytes=" + position + "-" + (position + length - 1);
        try {
            return call(
                    key,
                    () -> client.getObject(
                            request ->
                                    request.bucket(settings.bucket()).key(key).range(range),
                            (answer, body) -> fill(body, into, at, length)));
        } catch (BeyondException beyond) {
            return 0;
        }
    }

    private static int fill(InputStream body, byte[] into, int at, int length) {
        try {
            return body.readNBytes(into, at, length);
        } catch (IOException cut) {
            throw RetryableException.create("the store cut its answer", cut);
        }
    }

    void delete(String key) throws IOException {
        call(
                key,
                () -> client.deleteObject(
                        request -> request.bucket(settings.bucket()).key(key)));
    }

    /** Up to a thousand objects whose keys begin with the prefix and come after {@code after}, in their order. */
    ListObjectsV2Response list(String after) throws IOException {
        return call(
                after,
                () -> client.listObjectsV2(request -> request.bucket(settings.bucket())
                        .prefix(settings.prefix())
                        .startAfter(after)));
    }

    /** Whether the bucket answers. */
    void look() throws IOException {
        call(settings.bucket(), () -> client.headBucket(request -> request.bucket(settings.bucket())));
    }

    /** Writes, reads and removes a small object: what the platform must be allowed to do. */
    void rehearse() throws IOException {
        String key = settings.prefix() + "pli-check-" + UUID.randomUUID();
        byte[] bytes = {'p', 'l', 'i'};
        put(key, ContentStreamProvider.fromByteArray(bytes), bytes.length, S3Writer.crc32(bytes, bytes.length));
        byte[] read = new byte[bytes.length];
        int count = get(key, 0, read, 0, read.length);
        delete(key);
        list(settings.prefix());
        if (count != bytes.length || !ByteBuffer.wrap(read).equals(ByteBuffer.wrap(bytes))) {
            throw new IOException("the store does not give back what was written");
        }
    }

    private <T> T call(String key, Supplier<T> request) throws IOException {
        try {
            T answer = request.get();
            failedAt.set(0);
            return answer;
        } catch (S3Exception refused) {
            throw failure(key, refused);
        } catch (SdkException away) {
            failedAt.set(System.nanoTime());
            throw new IOException("the object store does not answer: " + away.getMessage(), away);
        }
    }

    private IOException failure(String key, S3Exception refused) {
        String code = refused.awsErrorDetails() == null
                ? ""
                : Objects.requireNonNullElse(refused.awsErrorDetails().errorCode(), "");
        if (refused.statusCode() == 404 && !code.equals("NoSuchBucket") && !key.equals(settings.bucket())) {
            return new NoSuchFileException(key);
        }
        if (refused.statusCode() == 412) {
            return new FileAlreadyExistsException(key);
        }
        if (refused.statusCode() == 416) {
            return new BeyondException();
        }
        if (refused.statusCode() == 507 || FULL.contains(code)) {
            return new IOException("No space left in the object store: " + refused.getMessage(), refused);
        }
        failedAt.set(System.nanoTime());
        return refused.statusCode() / 100 == 4 && refused.statusCode() != 429
                ? new S3RefusedException(refused.statusCode(), code, refused)
                : new IOException("the object store failed: " + refused.getMessage(), refused);
    }

    @Override
    public void close() {
        client.close();
    }

    /** The range begins after the end of the object. */
    private static final class BeyondException extends IOException {

        private static final long serialVersionUID = 1;
    }
}
