using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Fairload.App.Access;
using Microsoft.EntityFrameworkCore;

namespace Fairload.App.PeerReview.Room;

/// <summary>The bytes of a file, once, by their hash.</summary>
internal sealed record EvidenceBlob(string Sha256, long Bytes, int Chunks);

/// <summary>A part of a file.</summary>
internal sealed record EvidenceChunk(string Sha256, int Number, byte[] Content);

/// <summary>Files in the database, where every node of the site finds them and every backup has them: by their hash, in parts, so that no
/// file is ever in memory as a whole.</summary>
internal sealed class EvidenceStore(FairloadDb db)
{
    internal const int ChunkBytes = 256 * 1024;

    public static async Task<string> Hash(Stream file, CancellationToken stop)
    {
        file.Position = 0;
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, stop));
    }

    /// <summary>Inside a change. A file that is here already is left as it is.</summary>
    public async Task Keep(string sha256, Stream file, CancellationToken stop)
    {
        await OneAtATime.Wait(db, $"evidence {sha256}", stop);
        if (await db.Set<EvidenceBlob>().AnyAsync(b => b.Sha256 == sha256, stop)) return;
        db.Add(new EvidenceBlob(sha256, file.Length, (int)((file.Length + ChunkBytes - 1) / ChunkBytes)));
        await db.SaveChangesAsync(stop);
        file.Position = 0;
        for (var number = 1; file.Position < file.Length; number++)
        {
            var content = new byte[Math.Min(ChunkBytes, file.Length - file.Position)];
            await file.ReadExactlyAsync(content, stop);
            var chunk = db.Add(new EvidenceChunk(sha256, number, content));
            await db.SaveChangesAsync(stop);
            chunk.State = EntityState.Detached;
        }
    }

    /// <summary>Part by part, in their order.</summary>
    public async IAsyncEnumerable<byte[]> Read(string sha256, [EnumeratorCancellation] CancellationToken stop)
    {
        var chunks = await db.Set<EvidenceBlob>().Where(b => b.Sha256 == sha256).Select(b => b.Chunks).SingleAsync(stop);
        for (var number = 1; number <= chunks; number++)
        {
            yield return await db.Set<EvidenceChunk>().AsNoTracking().Where(c => c.Sha256 == sha256 && c.Number == number)
                .Select(c => c.Content).SingleAsync(stop);
        }
    }
}
