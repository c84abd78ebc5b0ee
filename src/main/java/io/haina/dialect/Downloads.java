package io.haina.dialect;

import io.haina.attachment.Attachments;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends files that somebody uploaded: always as a download, which a browser neither shows nor runs. */
public final class Downloads {

    private Downloads() {}

    /** The answer with the file as its body. */
    public static ResponseEntity<Resource> of(Attachments.Download download) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(download.attachment().fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(download.attachment().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(download.file()));
    }
}
