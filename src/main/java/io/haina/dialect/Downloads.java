package io.haina.dialect;

import io.haina.attachment.Attachments;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends files: always as a download, which a browser neither shows nor runs. */
public final class Downloads {

    private Downloads() {}

    /**
     * Sends a file of the server's own making, which may be gone when this returns.
     *
     * @param name with its ending
     */
    public static void send(Path file, String mediaType, String name, HttpServletResponse response) {
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        try {
            response.setContentType(mediaType);
            response.setContentLengthLong(Files.size(file));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
            response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            Files.copy(file, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send a file", e);
        }
    }

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
