// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/blobs/awssignature.h"

#include "core/base/hash.h"
#include "server/blobs/s3client.h"
#include "server/blobs/s3listing.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::server;

namespace {

// The examples of "Signature Calculations for the Authorization Header" (Amazon S3 API Reference).
const AwsCredentials kExample{"AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"};

AwsRequest example(const std::string& method, const std::string& path, const std::string& body = {}) {
  AwsRequest request{method, path, {}, {}, core::sha256Hex(body)};
  request.headers = {{"host", "examplebucket.s3.amazonaws.com"},
                     {"x-amz-content-sha256", request.payloadHash},
                     {"x-amz-date", "20130524T000000Z"}};
  return request;
}

std::string signatureOf(const AwsRequest& request) {
  const std::string text = awsAuthorization(request, kExample, "us-east-1", "s3");
  return text.substr(text.find("Signature=") + 10);
}

} // namespace

class AwsSignatureTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldSignAsAmazonDoes() {
    auto get = example("GET", "/test.txt");
    get.headers["range"] = "bytes=0-9";
    QCOMPARE(awsAuthorization(get, kExample, "us-east-1", "s3"),
             std::string("AWS4-HMAC-SHA256 "
                         "Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                         "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                         "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"));
    auto put = example("PUT", "/" + awsEncoded("test$file.text", true), "Welcome to Amazon S3.");
    put.headers["date"] = "Fri, 24 May 2013 00:00:00 GMT";
    put.headers["x-amz-storage-class"] = "REDUCED_REDUNDANCY";
    QCOMPARE(signatureOf(put),
             std::string("98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"));
    auto lifecycle = example("GET", "/");
    lifecycle.query = {{"lifecycle", ""}};
    QCOMPARE(signatureOf(lifecycle),
             std::string("fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"));
    auto list = example("GET", "/");
    list.query = {{"max-keys", "2"}, {"prefix", "J"}};
    QCOMPARE(signatureOf(list),
             std::string("34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"));
  }

  // The worked example of the AWS General Reference.
  void shouldSignForOtherServices() {
    AwsRequest request{"GET",
                       "/",
                       {{"Action", "ListUsers"}, {"Version", "2010-05-08"}},
                       {{"content-type", "application/x-www-form-urlencoded; charset=utf-8"},
                        {"host", "iam.amazonaws.com"},
                        {"x-amz-date", "20150830T123600Z"}},
                       core::sha256Hex("")};
    const std::string text = awsAuthorization(
        request, {"AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}, "us-east-1", "iam");
    QVERIFY(text.ends_with("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"));
  }

  void shouldEncodeAsItSigns() {
    QCOMPARE(awsEncoded("a b/ü~", true), std::string("a%20b/%C3%BC~"));
    QCOMPARE(awsEncoded("a/b+", false), std::string("a%2Fb%2B"));
    QCOMPARE(awsDate(*core::parseInstant("2013-05-24T00:00:09.999Z")), std::string("20130524T000009Z"));
  }

  void shouldReadAPlace() {
    const auto whole = S3Options::parse("https://s3.example.org:9000/bucket/a/b");
    QCOMPARE(whole->endpoint, std::string("https://s3.example.org:9000"));
    QCOMPARE(whole->bucket, std::string("bucket"));
    QCOMPARE(whole->prefix, std::string("a/b/"));
    QCOMPARE(S3Options::parse("http://127.0.0.1:9000/bucket")->prefix, std::string());
    QVERIFY(S3Options::parse("http://[::1]/bucket").has_value());
    for (const char* bad :
         {"", "bucket", "s3://bucket", "https://host", "https://host/", "http://host/bucket",
          "http://127.0.0.1.example.org/bucket", "https://key:secret@host/bucket"})
      QVERIFY2(!S3Options::parse(bad), bad);
  }

  void shouldReadAList() {
    const auto page = S3Listing::parse(
        "<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">"
        "<Name>b</Name><IsTruncated>true</IsTruncated><NextContinuationToken>a&amp;b</NextContinuationToken>"
        "<Contents><Key>x&lt;y</Key><LastModified>2026-04-01T00:00:00.000Z</LastModified><Size>7</Size>"
        "<Owner><ID>o</ID></Owner></Contents><CommonPrefixes><Prefix>p</Prefix></CommonPrefixes>"
        "</ListBucketResult>");
    QCOMPARE(page->objects.size(), 1U);
    QCOMPARE(page->objects[0].name, std::string("x<y"));
    QCOMPARE(page->objects[0].size, 7U);
    QVERIFY(page->objects[0].at == *core::parseInstant("2026-04-01T00:00:00Z"));
    QCOMPARE(page->next, std::string("a&b"));
    for (const char* bad :
         {"", "<html></html>", "<ListBucketResult><IsTruncated>true</IsTruncated></ListBucketResult>",
          "<ListBucketResult><Contents><Size>-1</Size></Contents></ListBucketResult>",
          "<ListBucketResult><Contents><LastModified>x</LastModified></Contents></ListBucketResult>"})
      QVERIFY2(!S3Listing::parse(bad), bad);
  }
};

QTEST_APPLESS_MAIN(AwsSignatureTest)
#include "awssignaturetest.moc"
