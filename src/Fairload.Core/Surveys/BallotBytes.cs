using System.Text;

namespace Fairload.Core.Surveys;

/// <summary>
/// A ballot as bytes and back. Codes stand in the order of the alphabet, so the same answers are the same bytes in whatever order they were
/// given.
/// </summary>
public static class BallotBytes
{
    private const byte Version = 1;

    private enum Kind : byte { Chosen, DoesNotApply, ChosenAmong, Counted, Said }

    public static byte[] Write(Ballot ballot)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, Encoding.UTF8);
        writer.Write(Version);
        writer.Write7BitEncodedInt(ballot.Background.Count);
        foreach (var (code, option) in ballot.Background.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            writer.Write(code);
            writer.Write(option);
        }

        writer.Write7BitEncodedInt(ballot.Answers.Count);
        foreach (var (code, answer) in ballot.Answers.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            writer.Write(code);
            Write(writer, answer);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">These are not the bytes of a whole ballot.</exception>
    public static Ballot Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        try
        {
            if (reader.ReadByte() != Version) throw new InvalidDataException("A ballot of another version.");
            var background = new Dictionary<string, string>();
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--) background.Add(reader.ReadString(), reader.ReadString());
            var answers = new Dictionary<string, BallotAnswer>();
            for (var left = reader.Read7BitEncodedInt(); left > 0; left--) answers.Add(reader.ReadString(), Answer(reader));
            if (reader.BaseStream.Position != bytes.Length) throw new InvalidDataException("A ballot with something behind it.");
            return new(answers, background);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException)
        {
            throw new InvalidDataException("Half a ballot.", e);
        }
    }

    private static void Write(BinaryWriter writer, BallotAnswer answer)
    {
        switch (answer)
        {
            case BallotAnswer.Chosen one:
                writer.Write((byte)Kind.Chosen);
                writer.Write7BitEncodedInt(one.Value);
                break;
            case BallotAnswer.DoesNotApply:
                writer.Write((byte)Kind.DoesNotApply);
                break;
            case BallotAnswer.ChosenAmong many:
                writer.Write((byte)Kind.ChosenAmong);
                writer.Write7BitEncodedInt(many.Values.Count);
                foreach (var value in many.Values) writer.Write7BitEncodedInt(value);
                break;
            case BallotAnswer.Counted number:
                writer.Write((byte)Kind.Counted);
                writer.Write7BitEncodedInt(number.Number);
                break;
            case BallotAnswer.Said words:
                writer.Write((byte)Kind.Said);
                writer.Write(words.Text);
                break;
        }
    }

    private static BallotAnswer Answer(BinaryReader reader)
    {
        switch ((Kind)reader.ReadByte())
        {
            case Kind.Chosen: return new BallotAnswer.Chosen(reader.Read7BitEncodedInt());
            case Kind.DoesNotApply: return new BallotAnswer.DoesNotApply();
            case Kind.Counted: return new BallotAnswer.Counted(reader.Read7BitEncodedInt());
            case Kind.Said: return new BallotAnswer.Said(reader.ReadString());
            case Kind.ChosenAmong:
                var values = new List<int>();
                for (var left = reader.Read7BitEncodedInt(); left > 0; left--) values.Add(reader.Read7BitEncodedInt());
                return new BallotAnswer.ChosenAmong(values);
            default: throw new InvalidDataException("An answer of no kind.");
        }
    }
}
