namespace Fairload.App.Imports.Sheets;

/// <summary>A way of its own through a file that others read at the same time: it keeps its own place.</summary>
internal sealed class StreamWindow(Stream shared) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; } = shared.Length;
    public override long Position { get; set; }

    public override int Read(Span<byte> buffer)
    {
        lock (shared)
        {
            shared.Position = Position;
            var read = shared.Read(buffer);
            Position += read;
            return read;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
