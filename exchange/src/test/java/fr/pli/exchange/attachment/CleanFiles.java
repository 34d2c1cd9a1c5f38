package fr.pli.exchange.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Complete files as a clean verdict leaves them, for tests that are not about the analysis. */
@Component
public class CleanFiles {

    private final FileRows rows;
    private final FileKeyring keyring;
    private final JdbcClient jdbc;

    CleanFiles(FileRows rows, FileKeyring keyring, JdbcClient jdbc) {
        this.rows = rows;
        this.keyring = keyring;
        this.jdbc = jdbc;
    }

    public void clean(UUID id, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        String sha256 = sha256(content);
        FileRow row = rows.find(id).orElseThrow();
        var manifest = new Manifest(id, content.length, rows.extents(id), sha256, crc.getValue());
        try {
            jdbc.sql("""
                update file set state = 'CLEAN', deliverable = true, sha256 = ?, crc32 = ?, manifest = ?,
                  media_type = ?, version = version + 1 where id = ?
                """)
                    .params(
                            sha256,
                            crc.getValue(),
                            manifest.seal(keyring.unwrap(row)),
                            new MediaTypes().detect(content, Math.min(content.length, MediaTypes.HEAD), null),
                            id)
                    .update();
        } catch (Keys.RefusedKeyException gone) {
            throw new AssertionError(gone);
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
