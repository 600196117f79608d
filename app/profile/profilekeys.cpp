// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/profilekeys.h"

#include "core/base/codec.h"
#include "core/base/hash.h"
#include "protocol/messages.h"

#include <QFile>
#include <QSaveFile>

#include <sodium.h>

namespace madoguchi::app {

namespace {

using core::ErrorCode;

constexpr std::chrono::minutes kNoteEvery{10};

std::string hexOf(const std::string& bytes) {
  return core::toHex({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

std::string bytesOf(const std::string& hex) {
  std::string bytes(hex.size() / 2, '\0');
  std::size_t length = 0;
  const bool read = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(),
                                   hex.size(), nullptr, &length, nullptr) == 0;
  return read && length == bytes.size() ? bytes : std::string();
}

const unsigned char* in(const std::string& bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* out(std::string& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

/// A key for one purpose, of the key store's half and whatever else must be known.
DataKey derived(const QByteArray& half, const std::string& purpose, const std::string& secret) {
  DataKey key{};
  const std::string text = purpose + '\n' + secret;
  crypto_generichash(key.data(), key.size(), in(text), text.size(),
                     reinterpret_cast<const unsigned char*>(half.constData()),
                     static_cast<std::size_t>(half.size()));
  return key;
}

/// Hex of nonce and box.
std::string locked(const std::string& bytes, const DataKey& key) {
  std::string box(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + bytes.size(), '\0');
  randombytes_buf(box.data(), crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(out(box) + crypto_secretbox_NONCEBYTES, in(bytes), bytes.size(), in(box), key.data());
  return hexOf(box);
}

std::optional<std::string> opened(const std::string& hex, const DataKey& key) {
  const std::string box = bytesOf(hex);
  constexpr std::size_t kOver = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (box.size() < kOver) return {};
  std::string bytes(box.size() - kOver, '\0');
  if (crypto_secretbox_open_easy(out(bytes), in(box) + crypto_secretbox_NONCEBYTES,
                                 box.size() - crypto_secretbox_NONCEBYTES, in(box), key.data()) != 0)
    return {};
  return bytes;
}

struct KeyPair {
  std::string open = std::string(crypto_box_PUBLICKEYBYTES, '\0');
  std::string secret = std::string(crypto_box_SECRETKEYBYTES, '\0');
};

/// Of a PIN: a secret can be sealed to the pair's public half without the PIN, when a lease is renewed.
std::optional<KeyPair> pairOf(const QString& pin, const std::string& salt, const QByteArray& half,
                              ProfileKeys::PinCost cost) {
  constexpr std::size_t kUsualMemory = 64UL * 1024 * 1024;
  const bool usual = cost == ProfileKeys::PinCost::Usual;
  const std::string text = pin.toStdString();
  std::string slow(32, '\0');
  if (salt.size() != crypto_pwhash_SALTBYTES ||
      crypto_pwhash(out(slow), slow.size(), text.data(), text.size(), in(salt),
                    usual ? crypto_pwhash_OPSLIMIT_MODERATE : crypto_pwhash_OPSLIMIT_MIN,
                    usual ? kUsualMemory : crypto_pwhash_MEMLIMIT_MIN, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return {};
  const DataKey seed = derived(half, "pin", slow);
  KeyPair pair;
  crypto_box_seed_keypair(out(pair.open), out(pair.secret), seed.data());
  return pair;
}

/// 111111, 123456 and the like are the first that anybody tries.
bool isPlain(const QString& pin) {
  bool same = true, rising = true, falling = true;
  for (qsizetype i = 1; i < pin.size(); ++i) {
    const int step = pin[i].unicode() - pin[i - 1].unicode();
    same = same && step == 0;
    rising = rising && step == 1;
    falling = falling && step == -1;
  }
  return same || rising || falling;
}

} // namespace

/// The content of key.wrapped; none of it opens anything without the key store's half.
struct ProfileKeys::File {
  std::string lease;   ///< id of the secret in the wrapping
  std::string wrapped; ///< the data key
  core::Instant until{};
  core::Instant seen{}; ///< the latest moment that was known here
  std::string box;      ///< the leased secret; empty: only the server has it
  std::string pinSalt;
  std::string pinKey; ///< public; empty: no PIN
  int tries = 0;
  BOOST_DESCRIBE_CLASS(File, (), (lease, wrapped, until, seen, box, pinSalt, pinKey, tries), (), ())
};

ProfileKeys::ProfileKeys(KeyStore& store, QString name, std::filesystem::path folder, PinCost cost)
    : m_store(store), m_name(std::move(name)), m_folder(std::move(folder)), m_cost(cost) {}

ProfileKeys::~ProfileKeys() {
  sodium_memzero(m_secret.data(), m_secret.size());
}

ProfileKeys::File ProfileKeys::read() const {
  QFile file(QString::fromStdString((m_folder / "key.wrapped").string()));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const auto value = core::parseJson(file.readAll().toStdString());
  auto content = value ? core::codec::read<File>(*value) : core::Result<File>(File{});
  return content ? std::move(*content) : File{};
}

const ProfileKeys::File& ProfileKeys::known() const {
  if (!m_file) m_file = std::make_unique<File>(read());
  return *m_file;
}

core::Result<void> ProfileKeys::write(File file) {
  auto saved = save(file);
  if (saved) m_file = std::make_unique<File>(std::move(file));
  return saved;
}

core::Result<void> ProfileKeys::save(const File& file) const {
  std::error_code error;
  std::filesystem::create_directories(m_folder, error);
  std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, error);
  const QByteArray text = QByteArray::fromStdString(core::canonicalJson(core::codec::toValue(file)));
  QSaveFile saved(QString::fromStdString((m_folder / "key.wrapped").string()));
  if (saved.open(QIODevice::WriteOnly) && saved.write(text) == text.size() && saved.commit()) return {};
  return core::failure(ErrorCode::StorageFailed, "key.wrapped cannot be written");
}

core::Result<QByteArray> ProfileKeys::half() const {
  auto found = m_store.read(m_name);
  if (!found) return tl::unexpected(found.error());
  if (!*found || (*found)->size() != 32)
    return core::failure(ErrorCode::StorageCorrupt, "the key store no longer holds this profile's key");
  return std::move(**found);
}

std::string ProfileKeys::heldLease() const {
  return read().lease;
}

core::Instant ProfileKeys::leaseUntil() const {
  return known().until;
}

bool ProfileKeys::hasPin() const {
  return !known().pinKey.empty();
}

bool ProfileKeys::mayUnlock(core::Instant now) const {
  return !known().box.empty() && std::max(now, known().seen) < known().until;
}

core::Result<DataKey> ProfileKeys::keep(File file, const DataKey& dataKey, const QByteArray& half,
                                        const LeasedSecrets& lease, core::Instant now) {
  const std::string raw(reinterpret_cast<const char*>(dataKey.data()), dataKey.size());
  file.lease = protocol::leaseId(lease.secret);
  file.wrapped = locked(raw, derived(half, "data", lease.secret));
  file.until = lease.until;
  file.seen = now;
  file.tries = 0;
  if (file.pinKey.empty()) {
    file.box = locked(lease.secret, derived(half, "lease", {}));
  } else {
    std::string box(lease.secret.size() + crypto_box_SEALBYTES, '\0');
    const std::string pinKey = bytesOf(file.pinKey);
    if (pinKey.size() != crypto_box_PUBLICKEYBYTES ||
        crypto_box_seal(out(box), in(lease.secret), lease.secret.size(), in(pinKey)) != 0)
      return core::failure(ErrorCode::StorageCorrupt, "the PIN's key cannot be read");
    file.box = hexOf(box);
  }
  if (auto written = write(file); !written) return tl::unexpected(written.error());
  m_secret = lease.secret;
  return dataKey;
}

core::Result<DataKey> ProfileKeys::begin(const LeasedSecrets& lease, core::Instant now) {
  if (sodium_init() < 0) return core::failure(ErrorCode::Internal, "libsodium does not start");
  QByteArray half(32, '\0');
  randombytes_buf(half.data(), static_cast<std::size_t>(half.size()));
  if (auto written = m_store.write(m_name, half); !written) return tl::unexpected(written.error());
  DataKey dataKey{};
  randombytes_buf(dataKey.data(), dataKey.size());
  return keep({}, dataKey, half, lease, now);
}

core::Result<DataKey> ProfileKeys::renew(const LeasedSecrets& lease, core::Instant now) {
  if (sodium_init() < 0) return core::failure(ErrorCode::Internal, "libsodium does not start");
  const File file = read();
  std::error_code error;
  if (file.wrapped.empty()) {
    // A cache without its key is lost; a new key over it would hide that.
    if (std::filesystem::exists(m_folder / "cache.db", error))
      return core::failure(ErrorCode::StorageCorrupt, "the profile has a cache and no key.wrapped");
    return begin(lease, now);
  }
  const auto known = half();
  if (!known) return tl::unexpected(known.error());
  // A server that was restored from a backup may not know what it leased; perhaps it still lies here.
  std::string opens = lease.opens.empty() ? m_secret : lease.opens;
  if (opens.empty() && file.pinKey.empty())
    opens = opened(file.box, derived(*known, "lease", {})).value_or(std::string());
  const auto raw = opened(file.wrapped, derived(*known, "data", opens));
  DataKey dataKey{};
  if (!raw || raw->size() != dataKey.size())
    return core::failure(ErrorCode::StorageCorrupt, "key.wrapped does not fit its two halves");
  std::copy(raw->begin(), raw->end(), reinterpret_cast<char*>(dataKey.data()));
  return keep(file, dataKey, *known, lease, now);
}

core::Result<std::string> ProfileKeys::secretFrom(File& file, const QByteArray& half,
                                                  const QString& pin) const {
  if (file.pinKey.empty()) {
    if (auto secret = opened(file.box, derived(half, "lease", {}))) return std::move(*secret);
    return core::failure(ErrorCode::StorageCorrupt, "the lease does not fit the key store's key");
  }
  // Counted before it is tried: whoever pulls the plug has had the try.
  ++file.tries;
  const std::string box = bytesOf(file.box);
  if (file.tries >= kMaxTries) file.box.clear();
  if (auto written = save(file); !written) return tl::unexpected(written.error());
  const auto pair = pairOf(pin, bytesOf(file.pinSalt), half, m_cost);
  std::string secret(box.size() > crypto_box_SEALBYTES ? box.size() - crypto_box_SEALBYTES : 0, '\0');
  const bool fits =
      pair && !secret.empty() && hexOf(pair->open) == file.pinKey &&
      crypto_box_seal_open(out(secret), in(box), box.size(), in(pair->open), in(pair->secret)) == 0;
  if (!fits)
    return core::failure(file.tries >= kMaxTries ? ErrorCode::TooManyAttempts : ErrorCode::WrongCredentials,
                         "PIN");
  file.tries = 0;
  file.box = hexOf(box);
  return secret;
}

/// What opening without the server finds.
struct ProfileKeys::Opened {
  DataKey dataKey{};
  std::string secret;
};

core::Result<ProfileKeys::Opened> ProfileKeys::open(const QByteArray& half, const QString& pin,
                                                    core::Instant now, File& file) const {
  file = read();
  auto secret = secretFrom(file, half, pin);
  if (!secret) return tl::unexpected(secret.error());
  const auto raw = opened(file.wrapped, derived(half, "data", *secret));
  Opened found;
  if (!raw || raw->size() != found.dataKey.size())
    return core::failure(ErrorCode::StorageCorrupt, "key.wrapped does not fit its two halves");
  std::copy(raw->begin(), raw->end(), reinterpret_cast<char*>(found.dataKey.data()));
  file.seen = std::max(file.seen, now);
  if (auto written = save(file); !written) return tl::unexpected(written.error());
  found.secret = std::move(*secret);
  return found;
}

core::Result<DataKey> ProfileKeys::unlock(const QString& pin, core::Instant now) {
  if (sodium_init() < 0) return core::failure(ErrorCode::Internal, "libsodium does not start");
  if (!mayUnlock(now)) {
    static_cast<void>(tick(now));
    return core::failure(ErrorCode::NotSignedIn, "the lease of this profile has ended");
  }
  const auto half = this->half();
  if (!half) return tl::unexpected(half.error());
  File file;
  core::Result<Opened> found;
  const auto open = [&] { found = this->open(*half, pin, now, file); };
  if (pin.isEmpty())
    open();
  else
    m_elsewhere(open);
  const bool saved = found || found.error().code == ErrorCode::WrongCredentials ||
                     found.error().code == ErrorCode::TooManyAttempts;
  m_file = saved ? std::make_unique<File>(std::move(file)) : nullptr;
  if (!found) return tl::unexpected(found.error());
  m_secret = std::move(found->secret);
  return found->dataKey;
}

core::Result<void> ProfileKeys::setPin(const QString& pin) {
  if (pin.size() < kLeastPin || isPlain(pin))
    return core::failure(ErrorCode::InvalidArgument, "a PIN has six characters or more, and is not plain");
  if (m_secret.empty()) return core::failure(ErrorCode::NotSignedIn, "nothing is leased");
  const auto half = this->half();
  if (!half) return tl::unexpected(half.error());
  File file;
  core::Result<void> set;
  m_elsewhere([&] {
    file = read();
    set = seal(pin, *half, file);
  });
  if (set) m_file = std::make_unique<File>(std::move(file));
  return set;
}

core::Result<void> ProfileKeys::seal(const QString& pin, const QByteArray& half, File& file) const {
  // One that could not be read now must not be written over: the data key is in it.
  if (file.wrapped.empty()) return core::failure(ErrorCode::StorageFailed, "key.wrapped cannot be read");
  std::string salt(crypto_pwhash_SALTBYTES, '\0');
  randombytes_buf(salt.data(), salt.size());
  const auto pair = pairOf(pin, salt, half, m_cost);
  std::string box(m_secret.size() + crypto_box_SEALBYTES, '\0');
  if (!pair || crypto_box_seal(out(box), in(m_secret), m_secret.size(), in(pair->open)) != 0)
    return core::failure(ErrorCode::Internal, "out of memory while hashing");
  file.pinSalt = hexOf(salt);
  file.pinKey = hexOf(pair->open);
  file.box = hexOf(box);
  file.tries = 0;
  return save(file);
}

bool ProfileKeys::tick(core::Instant now) {
  File file = known();
  const core::Instant latest = std::max(now, file.seen);
  const bool ended = file.box.empty() || latest >= file.until;
  if (ended && !file.box.empty()) {
    file.box.clear();
    static_cast<void>(write(std::move(file)));
  } else if (!ended && latest - file.seen >= kNoteEvery) {
    file.seen = latest;
    static_cast<void>(write(std::move(file)));
  }
  return !ended;
}

void ProfileKeys::forget() {
  std::error_code error;
  std::filesystem::remove(m_folder / "key.wrapped", error);
  m_file.reset();
  static_cast<void>(m_store.remove(m_name));
}

} // namespace madoguchi::app
