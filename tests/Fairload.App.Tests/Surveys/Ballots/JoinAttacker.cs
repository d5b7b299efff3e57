using System.Security.Cryptography;
using System.Text;

namespace Fairload.App.Tests.Surveys.Ballots;

/// <summary>A code and a sealed ballot as they lie in the store, with what else the database tells of the row.</summary>
internal sealed record CodeSeen(string Hash, bool IsSpent);

internal sealed record SealedSeen(string Key, byte[] Bytes);

/// <summary>What the attacker took in one second: the rows of the store, its raw files, and whose marks the department's database
/// held.</summary>
internal sealed record Copied(
    IReadOnlyList<CodeSeen> Codes, IReadOnlyList<SealedSeen> Sealed, IReadOnlyList<byte[]> Raw, IReadOnlyList<string> Marks);

/// <summary>A sealed ballot, and the code that was spent with it.</summary>
internal sealed record Joined(string Hash, string Key);

/// <summary>
/// Somebody with everything but the key directory: the mails that were sent, with the code of each person; the seconds of the web server's
/// log; and copies of both databases of every second while people answered one at a time. What they find is a set of sentences.
/// </summary>
internal sealed class JoinAttacker(
    IReadOnlyDictionary<string, string> codeOfPerson, IReadOnlyList<int> secondsInLog, IReadOnlyList<Copied> copies, byte[] round)
{
    public const string Second = "at which second some code was used";
    public const string Whose = "whose code it was";
    public const string WithWhich = "which sealed ballot came with which hash of a code";
    public const string OneCopy = "the same of earlier ballots, from one copy with its log";
    public const string Batches = "who has answered, in batches of at least the floor";
    public const string OneByOne = "who has answered, one by one";
    public const string HowMuch = "how much was written";
    public const string What = "what was answered";
    public const string LeftOver = "a code, a key or a sealed ballot of before";
    public const string Order = "the order in which ballots came";
    public const string WhichKeyed = "which sealed ballots were keyed in, and for which team";
    public const string OwnBallots = "for whoever keyed ballots in: which sealed ones they are";
    public const string SameKey = "which ballot was which sealed one";

    /// <summary>Each sealed ballot with the code that was spent between the same two copies, as far as only one was.</summary>
    public IReadOnlyList<Joined> Joins() =>
    [
        .. from second in Enumerable.Range(1, copies.Count - 1)
           let spent = Spent(copies[second]).Except(Spent(copies[second - 1])).ToList()
           let came = Keys(copies[second]).Except(Keys(copies[second - 1])).ToList()
           where spent.Count == 1 && came.Count == 1
           select new Joined(spent[0], came[0]),
    ];

    /// <param name="floor">Of the round.</param>
    /// <param name="fromOneCopy">What one copy alone told, by its log or by what the engine keeps of a row.</param>
    /// <param name="markOfPerson">The department's database: whose mark is whose.</param>
    public IReadOnlySet<string> WhileOpen(int floor, IReadOnlyList<Joined> fromOneCopy, IReadOnlyDictionary<string, string> markOfPerson)
    {
        var found = new HashSet<string>();
        var joins = Joins();
        if (joins.Count == secondsInLog.Count) found.Add(Second);
        if (joins.Count > 0) found.Add(WithWhich);
        if (fromOneCopy.Count > 0 && fromOneCopy.SequenceEqual(joins.Take(fromOneCopy.Count))) found.Add(OneCopy);
        if (KnowsACode() || markOfPerson.Values.Any(m => copies.Any(c => c.Codes.Any(k => k.Hash == m)))) found.Add(Whose);
        if (copies.SelectMany(c => c.Sealed).Select(s => s.Bytes.Length).Distinct().Count() > 1) found.Add(HowMuch);
        foreach (var step in copies.Zip(copies.Skip(1), (a, b) => b.Marks.Except(a.Marks).Count()).Where(n => n > 0))
            found.Add(step < floor ? OneByOne : Batches);
        return found;
    }

    /// <summary>Every text somebody wrote, and every ballot as bytes, looked for in all that was copied.</summary>
    public bool Reads(IReadOnlyList<byte[]> answers) => copies.Any(c => c.Raw.Any(raw => answers.Any(a => Holds(raw, a))));

    /// <param name="left">The rows and files after the close, and in which order the ballots lie there, by who cast them.</param>
    public IReadOnlySet<string> AfterTheClose(
        IReadOnlyList<byte[]> left, IReadOnlyList<string> keysLeft, IReadOnlyList<int> orderLeft, IReadOnlyList<int> orderCast)
    {
        var found = new HashSet<string>();
        var before = copies.SelectMany(c => c.Codes.Select(k => k.Hash).Concat(Keys(c))).Distinct().Select(Convert.FromHexString)
            .Concat(copies[^1].Sealed.Select(s => s.Bytes[..32])).ToList();
        if (left.Any(raw => before.Any(b => Holds(raw, b)))) found.Add(LeftOver);
        if (keysLeft.Intersect(copies.SelectMany(Keys)).Any()) found.Add(SameKey);
        if (orderLeft.SequenceEqual(orderCast) || orderLeft.Reverse().SequenceEqual(orderCast)) found.Add(Order);
        return found;
    }

    /// <summary>Every way to hash a code that needs no secret but what lies in the copies.</summary>
    private bool KnowsACode()
    {
        var stored = copies.SelectMany(c => c.Codes.Select(k => k.Hash)).ToHashSet();
        byte[][] salts = [[], round, [.. "code\0"u8, .. round], .. copies[^1].Sealed.Select(s => Convert.FromHexString(s.Key))];
        return codeOfPerson.Values.Any(code => salts.Any(salt =>
        {
            var text = Encoding.UTF8.GetBytes(code);
            byte[][] hashes =
            [
                text, SHA256.HashData(text), SHA256.HashData([.. salt, .. text]), SHA256.HashData([.. text, .. salt]),
                HMACSHA256.HashData(salt, text), HMACSHA256.HashData(text, salt),
            ];
            return hashes.Any(h => stored.Contains(Convert.ToHexString(h)));
        }));
    }

    private static IEnumerable<string> Spent(Copied copy) => copy.Codes.Where(c => c.IsSpent).Select(c => c.Hash);

    private static IEnumerable<string> Keys(Copied copy) => copy.Sealed.Select(s => s.Key);

    private static bool Holds(byte[] raw, byte[] what) => raw.AsSpan().IndexOf(what) >= 0;
}
