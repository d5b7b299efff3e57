using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fairload.Core.Surveys;
using Fairload.Core.Surveys.Rounds;

namespace Fairload.App.Surveys.Ballots;

/// <summary>A ballot that only the round's key opens.</summary>
internal sealed record SealedBallot(byte[] Seal, byte[] SealKey, byte[] Bytes);

/// <summary>
/// Seals ballots: a key pair of the moment with the round's public key (ECDH on P-256), HKDF, AES-GCM with a nonce of each ballot's
/// own. The pair serves a thousand ballots at most and dies with the process; its public half is stored.
/// </summary>
internal sealed class Sealing
{
    private const int MostBallots = 1000;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly ConcurrentDictionary<Id<SurveyRound>, Session> _sessions = new();

    public SealedBallot Seal(Id<SurveyRound> round, byte[] roundKey, BallotSlot slot, Ballot ballot)
    {
        var inside = Padded(BallotBytes.Write(ballot), slot);
        var session = SessionOf(round, roundKey);
        var bytes = new byte[slot.Bytes];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(session.Key, TagBytes);
        aes.Encrypt(
            bytes.AsSpan(0, NonceBytes), inside, bytes.AsSpan(NonceBytes, inside.Length), bytes.AsSpan(NonceBytes + inside.Length),
            round.Value.ToByteArray());
        return new(session.Id, session.PublicKey, bytes);
    }

    /// <summary>The key that opens all ballots of one seal.</summary>
    public static byte[] KeyOf(Id<SurveyRound> round, ECDiffieHellman roundKey, byte[] sealKey)
    {
        using var other = ECDiffieHellman.Create();
        other.ImportSubjectPublicKeyInfo(sealKey, out _);
        return Derived(round, roundKey.DeriveRawSecretAgreement(other.PublicKey), sealKey);
    }

    /// <returns>Null where it was not sealed with this key, or has been damaged.</returns>
    public static Ballot? Open(Id<SurveyRound> round, byte[] key, byte[] bytes)
    {
        if (bytes.Length <= NonceBytes + TagBytes) return null;
        var inside = new byte[bytes.Length - NonceBytes - TagBytes];
        try
        {
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(
                bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes, inside.Length), bytes.AsSpan(NonceBytes + inside.Length), inside,
                round.Value.ToByteArray());
            var length = BinaryPrimitives.ReadInt32LittleEndian(inside);
            return BallotBytes.Read(inside[4..(4 + length)]);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Forget(Id<SurveyRound> round) => _sessions.TryRemove(round, out _);

    private Session SessionOf(Id<SurveyRound> round, byte[] roundKey)
    {
        while (true)
        {
            var session = _sessions.GetOrAdd(round, r => Session.New(r, roundKey));
            if (session.HasRoom()) return session;
            _sessions.TryRemove(new(round, session));
        }
    }

    private static byte[] Padded(byte[] ballot, BallotSlot slot)
    {
        if (ballot.Length > slot.Room)
            throw new ArgumentException($"A ballot of {ballot.Length} bytes does not fit its slot.", nameof(ballot));
        var inside = new byte[slot.Bytes - NonceBytes - TagBytes];
        BinaryPrimitives.WriteInt32LittleEndian(inside, ballot.Length);
        ballot.CopyTo(inside, 4);
        return inside;
    }

    private static byte[] Derived(Id<SurveyRound> round, byte[] secret, byte[] sealKey) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, round.Value.ToByteArray(), [.. "fairload ballot 1"u8, .. sealKey]);

    private sealed class Session(byte[] publicKey, byte[] key)
    {
        private int _sealed;

        public byte[] Id { get; } = RandomNumberGenerator.GetBytes(16);
        public byte[] PublicKey { get; } = publicKey;
        public byte[] Key { get; } = key;

        public static Session New(Id<SurveyRound> round, byte[] roundKey)
        {
            using var other = ECDiffieHellman.Create();
            other.ImportSubjectPublicKeyInfo(roundKey, out _);
            using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            var publicKey = own.ExportSubjectPublicKeyInfo();
            return new(publicKey, Derived(round, own.DeriveRawSecretAgreement(other.PublicKey), publicKey));
        }

        public bool HasRoom() => Interlocked.Increment(ref _sealed) <= MostBallots;
    }
}
