using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Fairload.App.Store;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>A key file that has to be there is not.</summary>
public sealed class RoundKeyMissing(string file) : IOException($"The key file {file} is not there.")
{
    public string File { get; } = file;
}

/// <summary>
/// The two secrets of each round, as files outside the database: <c>ROUND.key</c> opens the ballots and is used once, at the close;
/// <c>ROUND.codes</c> turns codes into hashes, so that whoever copies the databases can not try codes. And the key that signs the
/// records of closes.
/// </summary>
internal sealed class RoundKeys(string dataDirectory)
{
    public const string Folder = "keys/rounds";

    private readonly ConcurrentDictionary<Id<SurveyRound>, byte[]> _forCodes = new();
    private readonly string _folder = Path.Combine(dataDirectory, "keys", "rounds");

    public string KeyFile(Id<SurveyRound> round) => Path.Combine(_folder, $"{round}.key");

    public string CodesFile(Id<SurveyRound> round) => Path.Combine(_folder, $"{round}.codes");

    /// <summary>Makes what is not there yet.</summary>
    /// <returns>The public half of the key.</returns>
    public byte[] Make(Id<SurveyRound> round)
    {
        Directory.CreateDirectory(_folder);
        if (!File.Exists(CodesFile(round))) WholeFile.Write(CodesFile(round), RandomNumberGenerator.GetBytes(32), overwrite: false);
        if (!File.Exists(KeyFile(round)))
        {
            using var made = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            WholeFile.Write(KeyFile(round), made.ExportPkcs8PrivateKey(), overwrite: false);
        }

        using var key = Open(round);
        return key.ExportSubjectPublicKeyInfo();
    }

    /// <summary>The private half. It has no other use than at the close.</summary>
    public ECDiffieHellman Open(Id<SurveyRound> round)
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Read(KeyFile(round)), out _);
        return key;
    }

    /// <summary>The hash by which the store knows a code.</summary>
    public byte[] Hash(Id<SurveyRound> round, string code) => Keyed(round, "code", Encoding.UTF8.GetBytes(Typed.Plain(code)));

    /// <summary>What is handed over when the code is spent: another hash than the store's, so that both databases together join
    /// nothing.</summary>
    public string Mark(Id<SurveyRound> round, byte[] hash) => Convert.ToHexStringLower(Keyed(round, "mark", hash));

    /// <summary>Writes over both secrets and deletes them.</summary>
    public void Destroy(Id<SurveyRound> round)
    {
        _forCodes.TryRemove(round, out _);
        foreach (var file in new[] { KeyFile(round), CodesFile(round) }.Where(File.Exists))
        {
            using (var over = new FileStream(file, FileMode.Open, FileAccess.Write))
            {
                over.Write(RandomNumberGenerator.GetBytes((int)over.Length));
                over.Flush(flushToDisk: true);
            }

            File.Delete(file);
        }
    }

    /// <summary>Of every round.</summary>
    public void DestroyAll()
    {
        if (!Directory.Exists(_folder)) return;
        var rounds = Directory.EnumerateFiles(_folder).Select(Path.GetFileNameWithoutExtension).Distinct().ToList();
        foreach (var round in rounds)
            if (Id<SurveyRound>.TryParse(round, out var id)) Destroy(id);
    }

    public ECDsa Signing()
    {
        var file = Path.Combine(dataDirectory, "keys", "records.key");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            WholeFile.Write(file, made.ExportPkcs8PrivateKey(), overwrite: false);
        }

        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Read(file), out _);
        return key;
    }

    private byte[] Keyed(Id<SurveyRound> round, string use, byte[] what)
    {
        var secret = _forCodes.GetOrAdd(round, r => Read(CodesFile(r)));
        byte[] message = [.. Encoding.UTF8.GetBytes(use), 0, .. round.Value.ToByteArray(), .. what];
        return HMACSHA256.HashData(secret, message);
    }

    private static byte[] Read(string file)
    {
        try
        {
            return File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RoundKeyMissing(file);
        }
    }
}
