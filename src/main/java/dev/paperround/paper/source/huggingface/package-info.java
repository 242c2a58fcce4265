/** Reads Hugging Face's Daily Papers. */
package dev.paperround.paper.source.huggingface;
